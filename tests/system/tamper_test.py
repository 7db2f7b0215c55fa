"""An act flipped, forged, swapped or dropped in the store is named by ledger verify."""

import json
import pathlib
import shutil
import sqlite3

from running import Register, expect

register = Register()
register.start()
register.stop()
whole = json.loads(register.run("ledger", "verify", "--json").stdout)
expect(whole["ok"] and whole["entries"] > 100, f"the log must be right to begin with: {whole}")
saved = pathlib.Path(register.folder.name) / "saved.db"
shutil.copy(register.store, saved)
store = sqlite3.connect(register.store)
entries = store.execute(
    "SELECT log_index, home_key, act_id FROM log_entry ORDER BY log_index").fetchall()
sealed = store.execute("SELECT body FROM act WHERE act_id = ?", (entries[40][2],)).fetchone()[0]
store.close()


def tampered(at: int, *statements: tuple) -> dict:
    shutil.copy(saved, register.store)
    for ending in ("-wal", "-shm"):
        pathlib.Path(register.store + ending).unlink(missing_ok=True)
    changed = sqlite3.connect(register.store)
    for statement in statements:
        changed.execute(*statement)
    changed.commit()
    changed.close()
    found = register.run("ledger", "verify", "--json")
    told = json.loads(found.stdout)
    expect(found.returncode == 1 and not told["ok"], f"not found: {statements}")
    expect(told["first_wrong"] == at, f"{told['first_wrong']} was named, {at} is wrong")
    return told


index, home, act = entries[40]
key = (home, act)
where = "home_key = ? AND act_id = ?"
flipped = bytearray(sealed)
flipped[20] ^= 1
tampered(index, (f"UPDATE act SET body = ? WHERE {where}", (bytes(flipped), *key)))
tampered(index, (f"UPDATE act SET performed_by = 'somebody' WHERE {where}", key))
tampered(index, (f"DELETE FROM act WHERE {where}", key))
other, other_home, other_act = entries[50]
place = "UPDATE log_entry SET act_id = ?, home_key = ? WHERE log_index = ?"
tampered(index, (place, ("x", "x", index)), (place, (act, home, other)),
         (place, (other_act, other_home, index)))
print(f"of {whole['entries']} entries, one flipped, forged, dropped or swapped was named each time")
