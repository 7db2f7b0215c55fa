"""Look-ups are sealed when the server stops; ledger verify names one changed, dropped or put in."""

import json
import pathlib
import shutil
import sqlite3

from running import REASON, Register, example, expect, random_case

register = Register()
register.start()
identifier, name = example()
token = register.token("approval_system", "JN-SAMR")
receipts = []
for _ in range(30):
    status, answer = register.ask("POST", "/v1/checks", {"identifier": identifier, "name": name,
                                                          "case": random_case(), **REASON}, token)
    expect(status == 200, f"a check was not answered: {answer}")
    receipts.append(json.loads(answer)["receipt"])
register.stop()


def verify() -> dict:
    return json.loads(register.run("ledger", "verify", "--json").stdout)


told = verify()["lookups"]
expect(told["ok"] and told["lookups"] >= 30 and told["unsealed"] == 0, f"not all sealed: {told}")
rebuilt = json.loads(register.run("rebuild", "--check", "--json").stdout)
expect(rebuilt["equal"], f"the tables differ: {rebuilt}")

lookups = next(pathlib.Path(register.folder.name).glob("*.lookups"))
saved = pathlib.Path(register.folder.name) / "saved"
with sqlite3.connect(lookups) as store:
    store.execute("PRAGMA wal_checkpoint(TRUNCATE)")
store.close()
shutil.copy(lookups, saved)


def tampered(statement: str, *values: str) -> list:
    shutil.copy(saved, lookups)
    for ending in ("-wal", "-shm"):
        pathlib.Path(f"{lookups}{ending}").unlink(missing_ok=True)
    with sqlite3.connect(lookups) as changed:
        changed.execute(statement, values)
    changed.close()
    found = verify()
    expect(not found["lookups"]["ok"], f"not found: {statement}")
    return [(each["fault"], each["id"]) for each in found["lookups"]["findings"]]


which = receipts[12]
expect(tampered("UPDATE lookup SET case_number = 'another' WHERE lookup_id = ?", which)
       == [("changed", which)], "a changed look-up was not named")
expect(tampered("DELETE FROM lookup WHERE lookup_id = ?", which) == [("dropped", which)],
       "a dropped look-up was not named")
expect(("added", which[:-1] + "Z") in tampered(
    "INSERT INTO lookup SELECT subject_key, substr(lookup_id, 1, 25) || 'Z', bucket, looked_at,"
    " account, authority, officer, matter, purpose, ground, case_number, shown, digest"
    " FROM lookup WHERE lookup_id = ?", which), "a look-up put in was not named")

# A server that is killed has not sealed; the next one does, and nothing is lost.
shutil.copy(saved, lookups)
for ending in ("-wal", "-shm"):
    pathlib.Path(f"{lookups}{ending}").unlink(missing_ok=True)
register.start()
for _ in range(5):
    register.ask("POST", "/v1/checks", {"identifier": identifier, "name": name,
                                        "case": random_case(), **REASON}, token)
register.kill()
told = verify()["lookups"]
expect(told["ok"] and told["unsealed"] == 5, f"after a kill: {told}")
register.start()
register.stop()
told = verify()["lookups"]
expect(told["ok"] and told["unsealed"] == 0 and told["lookups"] >= 35, f"after a restart: {told}")
print(f"{told['lookups']} look-ups sealed; one changed, dropped or put in was named each time")
