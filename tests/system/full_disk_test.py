"""A full disk: a clear error, nothing half done, and service goes on when there is room again."""

import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

from running import REASON, Register, example, expect, random_case, word_of

MORE = 12 << 20  # what the disk has beside the store
SKIPPED = 77

# In a mount namespace of its own, so that the small disk is nobody else's and ends with the test.
if "inside" not in sys.argv:
    own = ["unshare", "--mount", *(["--map-root-user"] if os.geteuid() else [])]
    if subprocess.run([*own, "true"], capture_output=True, check=False).returncode:
        print("skipped: no mount namespace may be made here")
        sys.exit(SKIPPED)
    sys.exit(subprocess.run([*own, sys.executable, *sys.argv, "inside"], check=False).returncode)

register = Register()
identifier, name = example()
made = pathlib.Path(register.folder.name)
disk = pathlib.Path(tempfile.mkdtemp())
size = sum(file.stat().st_size for file in made.rglob("*") if file.is_file()) + MORE
subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", disk], check=True)
shutil.copytree(made, disk, dirs_exist_ok=True)
register.store = f"{disk}/register.db"
register.places = disk
register.start()
counter = register.token("approval_system", "SD-SAMR")
officer = register.token("officer", "SD-SAMR")


def check() -> tuple[int, str]:
    question = {"identifier": identifier, "name": name, "case": random_case(), **REASON}
    return register.ask("POST", "/v1/checks", question, counter)


def hold(step: str) -> tuple[int, str]:
    return register.ask("POST", f"/v1/listings/{listing}/{step}", {"reason": "核实"}, officer,
                        random_case())


def until_full(act) -> str:
    """The first refusal; what was acknowledged before it is remembered."""
    for _ in range(20000):
        status, body = act()
        if status != 200:
            expect(status == 503, f"a full disk is answered with {status}: {body}")
            return word_of(body)
    sys.exit("failed: the disk never filled")


receipts, acts, held = [], [], False


def checked() -> tuple[int, str]:
    status, body = check()
    if status == 200:
        receipts.append(json.loads(body)["receipt"])
    return status, body


def held_and_resumed() -> tuple[int, str]:
    global held
    status, body = hold("resumption" if held else "suspension")
    if status == 200:
        held = not held
        acts.append(json.loads(body)["act"])
    return status, body


listing = json.loads(check()[1])["in_force"][0]["listing"]
filler = disk / "filler"
filler.write_bytes(bytes(MORE - (2 << 20)))
with filler.open("ab", buffering=0) as rest:
    try:
        while True:
            rest.write(bytes(4096))
    except OSError:
        pass
expect(until_full(checked) == "sql.full", "a check on a full disk names another fault")
expect(until_full(held_and_resumed) == "sql.full", "an act on a full disk names another fault")
expect(register.ask("GET", "/livez")[0] == 200, "the server does not live")
status, body = register.ask("GET", "/readyz")
expect(status == 503 and "sql.full" in body, f"a full disk is called ready: {body}")

filler.unlink()
until = time.monotonic() + 15
while check()[0] != 200 or register.ask("GET", "/readyz")[0] != 200:
    expect(time.monotonic() < until, "service does not go on when there is room again")
    time.sleep(0.1)
expect(held_and_resumed()[0] == 200, "no act is taken when there is room again")
register.stop()
expect(set(receipts) <= register.rows("SELECT lookup_id FROM lookup", ".lookups"),
       "an acknowledged look-up is not on record")
expect(set(acts) <= register.rows("SELECT act_id FROM act"), "an acknowledged act is lost")
register.expect_whole()
print(f"full disk: {len(receipts)} look-ups and {len(acts)} acts acknowledged, none lost")
