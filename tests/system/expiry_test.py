"""What may be told to nobody any more is erased by a running register: its content is nowhere in
the store, the proof stands, and a restored backup does not bring it back."""

import contextlib
import csv
import datetime
import io
import json
import pathlib
import shutil
import sqlite3
import time

from running import Register, example, expect, penalties, random_case

TODAY = (datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(hours=8)).date()
FACTS = {"over": "示例旧事实一", "lasting": "示例新事实二"}


def five_years_before(day: datetime.date) -> datetime.date:
    """The day whose five years end on that day."""
    return (day - datetime.timedelta(days=day.day == 29 and day.month == 2)).replace(
        year=day.year - 5)


def table(identifier: str, name: str) -> str:
    """A penalty whose five years ended yesterday at the latest, and one whose end today."""
    lines = list(csv.DictReader(io.StringIO(penalties(identifier, name, range(7001, 7003)))))
    ends = {"over": TODAY - datetime.timedelta(days=2), "lasting": TODAY}
    for row, (which, end) in zip(lines, ends.items()):
        begun = five_years_before(end).isoformat()
        row |= {"违法事实": FACTS[which], "行为日期": begun, "处罚决定日期": begun,
                "处罚有效期": (TODAY + datetime.timedelta(days=30)).isoformat()}
    text = io.StringIO()
    writer = csv.DictWriter(text, lines[0].keys())
    writer.writeheader()
    writer.writerows(lines)
    return text.getvalue()


def files_of(register: Register) -> list[pathlib.Path]:
    return [file for file in register.places.rglob("*") if file.is_file()]


def holding(register: Register, words: str) -> list[str]:
    """The files that hold it, once the log of the store is copied back into it."""
    with contextlib.closing(sqlite3.connect(register.store)) as store:
        store.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return [file.name for file in files_of(register) if words.encode() in file.read_bytes()]


def bodies(register: Register) -> dict[str, str]:
    with contextlib.closing(sqlite3.connect(register.store)) as store:
        return dict(store.execute("SELECT record_id, body FROM record WHERE submission_id = ?",
                                  (submission,)).fetchall())


def expect_erased(register: Register) -> None:
    until = time.monotonic() + 30
    while sorted(map(bool, bodies(register).values())) != [False, True]:
        expect(time.monotonic() < until, "what is over is not erased, or what is not over is")
        time.sleep(0.2)


register = Register()
identifier, name = example()
register.start()
time.sleep(5)  # the clerk has worked off the day: what is filed now waits for the next start
status, body = register.ask("POST", "/v1/submissions", table(identifier, name),
                            register.token("clerk", "SD-SAMR"), random_case())
expect(status == 201 and json.loads(body)["accepted"] == 2, f"the rows are not taken: {body}")
submission = json.loads(body)["submission"]
register.stop()
expect(all(holding(register, fact) for fact in FACTS.values()), "the content is not there")
backup = pathlib.Path(register.folder.name).parent / f"{pathlib.Path(register.folder.name).name}-b"
run = register.run("backup", str(backup))
expect(run.returncode == 0, f"no backup: {run.stdout}{run.stderr}")

# On the day after the last, without anybody's order; what ends today stands until tomorrow.
register.start()
expect_erased(register)
register.stop()
register.expect_whole()
expect(not holding(register, FACTS["over"]), f"still held: {holding(register, FACTS['over'])}")
expect(holding(register, FACTS["lasting"]) != [], "what is not over is gone")
acts = register.rows("SELECT act_id FROM act WHERE kind = 'erasure.erase_expired'")
expect(len(acts) >= 1, "no act says that it was erased")

# A backup from before holds it; beside its journal it is erased again before anybody asks.
for file in register.places.glob("register.db*"):
    if file.suffix != ".erased":
        shutil.rmtree(file) if file.is_dir() else file.unlink()
run = register.run("restore", str(backup))
expect(run.returncode == 0, f"not restored: {run.stdout}{run.stderr}")
expect(all(bodies(register).values()), "the backup does not hold what was erased since")
register.start()
expect(sorted(map(bool, bodies(register).values())) == [False, True],
       "a restored backup brought back what was erased")
register.stop()
register.expect_whole()
expect(not holding(register, FACTS["over"]), "a restored backup holds what was erased")
shutil.rmtree(backup)
print("erased on the day after the last, nowhere in the store, and not by a backup brought back")
