"""Who is inspected was drawn by a seed from the log: shown by the answer that was kept and a copy
of the published log alone, and not shown by an answer that was changed."""

import datetime
import hashlib
import json
import math
import pathlib
import shutil
import subprocess

from running import PROGRAM, Register, expect

ORGANISATIONS = 60
register = Register()
register.start()
officer = register.token("officer", "SD-SAMR")
folder = pathlib.Path(register.folder.name)
CHINA = datetime.timezone(datetime.timedelta(hours=8))
today = datetime.datetime.now(CHINA).date()


def send(path: str, body: dict, key: str) -> dict:
    status, told = register.ask("POST", path, body, officer, key)
    expect(status in (200, 201), f"{path} ended with {status}: {told}")
    return json.loads(told)


def verify(answer: dict, log: pathlib.Path, key: str) -> tuple[int, str]:
    kept = folder / "answer.json"
    kept.write_text(json.dumps(answer), encoding="utf-8")
    done = subprocess.run([PROGRAM, "inspection", "verify", kept, "--log", log, "--key", key,
                           "--json"], capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + done.stderr


def expect_refused(word: str, answer: dict, log: pathlib.Path | None = None) -> None:
    code, told = verify(answer, log or copy, key)
    expect(code == 1 and word in told, f"{word}: ended with {code}: {told}")


codes = register.rows("SELECT substr(subject_key, 2) FROM subject "
                      f"WHERE substr(subject_key, 1, 1) = 'O' LIMIT {ORGANISATIONS}")
key = json.loads(register.ask("GET", "/v1/ledger/key")[1])["key"]
plan = send("/v1/inspections",
            {"ground": "sd_regulation_22", "case": "示例抽查〔2026〕1号", "officer": "window-3",
             "from_on": f"{today}", "through_on": f"{today + datetime.timedelta(days=30)}",
             "organisations": sorted(codes),
             "shares": {"lighter": 10, "usual": 30, "closer": 100}}, "draw-test-1")
log = next(register.places.rglob("checkpoint")).parent
copy = folder / "copy"
drawn = send(f"/v1/inspections/{plan['plan']}/draw",
             {"ground": "sd_regulation_22", "officer": "window-3"}, "draw-test-2")
register.stop()
shutil.copytree(log, copy)

code, told = verify(drawn, copy, key)
expect(code == 0, f"a true draw ended with {code}: {told}")
found = json.loads(told)
expect(found["organisations"] == ORGANISATIONS, f"of {found['organisations']} organisations")
expect(found["drawn"] == sum(row["drawn"] for row in drawn["rows"]) > 0, "drawn were miscounted")
expect(found["entry"] < found["entries"], "an entry that the log does not have")


def changed(change) -> dict:
    answer = json.loads(json.dumps(drawn))
    change(answer)
    return answer


def spare_one(answer: dict) -> None:
    usual = [row for row in answer["rows"] if row["group"] == "usual"]
    spared = next(row for row in usual if row["drawn"])
    other = next(row for row in usual if not row["drawn"])
    spared["drawn"], other["drawn"] = False, True


def move_one(answer: dict) -> None:
    drawn_ones = (row for row in answer["rows"] if row["drawn"])
    next(row for row in drawn_ones if row["group"] != "lighter")["group"] = "lighter"


expect_refused("inspections.not_the_drawn", changed(spare_one))
expect_refused("inspections.not_the_drawn", changed(move_one))
expect_refused("inspections.not_the_organisations", changed(lambda answer: answer["rows"].pop()))


def choose_seed(answer: dict) -> None:
    """Another seed, and what it draws: right in itself, and in no log."""
    answer["seed"] = hashlib.sha256(b"chosen").hexdigest()
    for group, share in answer["shares"].items():
        rows = [row for row in answer["rows"] if row["group"] == group]
        rows.sort(key=lambda row: hashlib.sha256(
            (answer["seed"] + "O" + row["organisation"]).encode()).digest())
        for at, row in enumerate(rows):
            row["drawn"] = at < math.ceil(len(rows) * share / 100)


expect_refused("inspections.seed_not_in_log", changed(choose_seed))
entries = next(path for path in sorted((copy / "tile" / "entries").rglob("*")) if path.is_file())
content = bytearray(entries.read_bytes())
content[40] ^= 1
entries.write_bytes(content)
expect_refused("inspections.log_not_right", drawn)
print(f"{found['drawn']} of {ORGANISATIONS} drawn by the seed of entry {found['entry']}")
