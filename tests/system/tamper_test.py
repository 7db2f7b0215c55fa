"""An act flipped, forged, swapped or dropped in the store is named by ledger verify, on either
engine: tamper_test.py [postgres]"""

import json
import pathlib
import shutil
import sqlite3
import sys

from running import Database, Register, expect, psql

ON_POSTGRES = "postgres" in sys.argv
register = Register(Database().url if ON_POSTGRES else "")
register.start()
register.stop()


def carry_out(*statements: str) -> None:
    """Behind the register's back, as one change."""
    if ON_POSTGRES:
        psql(register.store, ";".join(statements))
        return
    with sqlite3.connect(register.store) as store:
        for statement in statements:
            store.execute(statement)


def verify() -> tuple[int, dict]:
    run = register.run("ledger", "verify", "--json")
    return run.returncode, json.loads(run.stdout)


def one(query: str) -> str:
    return register.rows(query).pop()


code, whole = verify()
expect(code == 0 and whole["ok"] and whole["entries"] > 100, f"it begins wrong: {whole}")
carry_out("CREATE TABLE saved_act AS SELECT * FROM act",
          "CREATE TABLE saved_entry AS SELECT * FROM log_entry")


def tampered(at: int, *statements: str) -> None:
    carry_out(*statements)
    code, told = verify()
    expect(code == 1 and not told["ok"], f"not found: {statements}")
    expect(told["first_wrong"] == at, f"{told['first_wrong']} was named, {at} is wrong")
    carry_out("DELETE FROM act", "INSERT INTO act SELECT * FROM saved_act",
              "DELETE FROM log_entry", "INSERT INTO log_entry SELECT * FROM saved_entry")


def place_of(index: int) -> tuple[str, str]:
    told = f"FROM log_entry WHERE log_index = {index}"
    return one(f"SELECT act_id {told}"), one(f"SELECT home_key {told}")


def entry(index: int, act: str, home: str) -> str:
    return f"UPDATE log_entry SET act_id = '{act}', home_key = '{home}' WHERE log_index = {index}"


first, other = 40, 50
act, home = place_of(first)
where = f"home_key = '{home}' AND act_id = '{act}'"
to_hex, quoted = (("encode(body, 'hex')", "'\\x{}'::bytea") if ON_POSTGRES else
                  ("lower(hex(body))", "X'{}'"))
sealed = bytearray.fromhex(one(f"SELECT {to_hex} FROM act WHERE {where}"))
sealed[20] ^= 1
tampered(first, f"UPDATE act SET body = {quoted.format(sealed.hex())} WHERE {where}")
tampered(first, f"UPDATE act SET performed_by = 'somebody' WHERE {where}")
tampered(first, f"UPDATE act SET recorded_at = recorded_at + 1 WHERE {where}")
tampered(first, f"DELETE FROM act WHERE {where}")
tampered(first, entry(first, "x", "x"), entry(other, act, home), entry(first, *place_of(other)))
tampered(first, f"DELETE FROM log_entry WHERE log_index = {first}")
last = whole["entries"] - 1
tampered(last, f"DELETE FROM log_entry WHERE log_index = {last}")
code, told = verify()
expect(code == 0 and told["ok"], f"put back it is wrong still: {told}")

# A store put back to what it was verifies by itself, but not against a checkpoint kept elsewhere.
if not ON_POSTGRES:
    kept, older = pathlib.Path(register.folder.name, "kept"), register.folder.name + "/older"
    shutil.copytree(register.folder.name, older, ignore=shutil.ignore_patterns("older"))
    filed = register.run("submit", "examples/penalties-gb18030.csv", "--as", "SD-SAMR", "--partial")
    expect(filed.returncode == 3, f"the example ends with {filed.returncode}")
    register.start()
    register.stop()
    code, newer = verify()
    expect(code == 0 and newer["entries"] > whole["entries"], f"nothing was added: {newer}")
    kept.write_text(newer["checkpoint"], encoding="utf-8")
    register.store = older + "/register.db"
    code, alone = verify()
    expect(code == 0 and alone["ok"], f"an older store is sound by itself: {alone}")
    against = register.run("ledger", "verify", "--checkpoint", str(kept), "--json")
    expect(against.returncode == 1 and not json.loads(against.stdout)["ok"],
           f"a rollback was not found: {against.stdout}")
print(f"of {whole['entries']} entries, one flipped, forged, dropped or swapped was named each time")
