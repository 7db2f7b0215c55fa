"""No statement reads a table from end to end, on either engine, but those that are named here with
the reason: read from the plans over a filled store."""

import pathlib
import re
import sqlite3
import subprocess

from running import Database, Register, expect, psql

# A file, or one of its statements: why it may read everything.
WHOLE = {
    "desk/rebuild.sql": "a rebuild derives every table again",
    "log/verify.sql": "a verification reads the whole log",
    "simulation/simulation.sql": "a simulation looks at everything that it made",
    "checks/names/current_names.sql:all_current_names": "read once, at the start",
    "lists/listing.sql:live_listings": "read once, at the start",
    "measures/order.sql:live_orders": "read once, at the start",
    "stays/stay.sql:live_homes": "read once, at the start",
    "access/token.sql:live_tokens": "read once, at the start",
    "access/account.sql:find_any_account": "the first row is enough",
    "erasure/erasure.sql:all_erasures": "the journal of erasures is compared with all of them",
    "ledger/keys.sql:find_checks": "three rows",
    "ledger/act_store.sql:find_last_recorded": "the last row, by its key",
    "ledger/act_store.sql:find_waiting_acts": "what waits for its number: a moment's acts",
    "ledger/act_store.sql:count_waiting": "what waits for its number: a moment's acts",
    "log/sequencer.sql": "what waits for its number: a moment's acts",
    "lookups/blocks/lookup_block.sql": "what is not settled yet: a moment's look-ups",
    "records/submission.sql:unfinished": "read at the start: a row for each file",
    "pages/portal.sql:deliveries": "a row for each file",
    "pages/portal.sql:organisations_by_place": "counted once a day, in the pool of heavy work",
    "pages/portal.sql:decided_by_place": "counted once a day, in the pool of heavy work",
    "pages/portal.sql:listed_by_place": "counted once a day, in the pool of heavy work",
    "records/submission.sql:not_adopted": "read at the start: a row for each file",
    "records/submission.sql:find_rows_to_come": "by an index of the unfinished alone",
    "records/submission.sql:submissions_to_come": "by an index of the unfinished alone",
}


def statements():
    for file in sorted(pathlib.Path("src").rglob("*.sql")):
        if file.parts[1] == "sql":
            continue
        text = re.sub(r"--(?! name:).*", "", file.read_text(encoding="utf-8"))
        for name, body in re.findall(r"-- name: (\w+)\n((?:(?!-- name:).*\n?)*)", text):
            place = str(file.relative_to("src"))
            if place not in WHOLE and f"{place}:{name}" not in WHOLE:
                yield f"{place}:{name}", body.strip().rstrip(";")


class Unbound(dict):
    def __missing__(self, key):
        return None


def whole_on_sqlite(file: str) -> list[str]:
    store, found = sqlite3.connect(file), []
    store.execute("ANALYZE")
    for name, text in statements():
        plan = [row[3] for row in store.execute("EXPLAIN QUERY PLAN " + text, Unbound())]
        # What the statement itself names and fills, it reads whole.
        own = set(re.findall(r"(\w+)(?:\s*\([^()]*\))?\s+AS\s+(?:MATERIALIZED\s+)?\(", text))
        found += [f"{name}: {step}" for step in plan
                  if (scan := re.match(r"SCAN (\w+)", step)) and
                  scan[1] not in own | {"CONSTANT"} and "VIRTUAL" not in step]
    return found


def whole_on_postgres(url: str) -> list[str]:
    """With every other way made dear: what still reads in sequence has no index to go by."""
    script = ["ANALYZE;", "SET enable_seqscan = off;", "SET plan_cache_mode = force_generic_plan;"]
    names = []
    for number, (name, text) in enumerate(statements()):
        count = max((int(each) for each in re.findall(r"\$(\d+)", text)), default=0)
        values = f"({', '.join(['NULL'] * count)})" if count else ""
        names.append(name)
        script += [f"PREPARE s{number} AS {text};", f"SELECT 'statement {number}';",
                   f"EXPLAIN EXECUTE s{number}{values};"]
    run = subprocess.run(["psql", url, "--no-psqlrc", "--quiet", "--tuples-only", "--no-align",
                          "--set", "ON_ERROR_STOP=1"], input="\n".join(script),
                         capture_output=True, text=True, check=False)
    expect(run.returncode == 0, f"a statement has no plan: {run.stderr}")
    found, name = [], ""
    for line in run.stdout.splitlines():
        if line.startswith("statement "):
            name = names[int(line.split()[1])]
        elif "Seq Scan" in line:
            found.append(f"{name}: {line.strip()}")
    return found


register = Register()
found = whole_on_sqlite(register.store)
expect(not found, "read from end to end on SQLite:\n" + "\n".join(found))
database = Database()
moved = register.run("store", "move", "--to", database.url, "--to-home",
                     f"{register.folder.name}/home")
expect(moved.returncode == 0, f"the store does not move: {moved.stdout}{moved.stderr}")
found = whole_on_postgres(database.url)
expect(not found, "read from end to end on PostgreSQL:\n" + "\n".join(found))
stale = [each for each in WHOLE if not (pathlib.Path("src") / each.split(":")[0]).exists()]
expect(not stale, f"named, but not there: {stale}")
rows = int(psql(database.url, "SELECT COUNT(*) FROM record")[0])
expect(rows > 90_000, "the store is not filled")
