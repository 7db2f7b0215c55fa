"""A store is backed up while it serves, restored and moved to another engine: nothing that was
acknowledged before is missing, nothing comes out otherwise, and what was erased stays so."""

import json
import pathlib
import shutil
import sqlite3
import subprocess
import tempfile
import threading
import time

from running import PROGRAM, REASON, Database, Register, example, expect, psql, random_case

register = Register()
identifier, name = example()
counter = register.token("approval_system", "SD-SAMR")
folder = pathlib.Path(tempfile.mkdtemp())
receipts, guard, stop = [], threading.Lock(), threading.Event()


def ask_until_told() -> None:
    while not stop.is_set():
        question = {"identifier": identifier, "name": name, "case": random_case(), **REASON}
        status, body = register.ask("POST", "/v1/checks", question, counter)
        expect(status == 200, f"a check beside the backup is answered with {status}")
        with guard:
            receipts.append(json.loads(body)["receipt"])


def told(*words: str, code: int = 0, place: Register = register) -> dict:
    run = place.run(*words, "--json")
    said = run.stdout + run.stderr
    expect(run.returncode == code, f"{words[0]} ends with {run.returncode}: {said}")
    return json.loads(run.stdout) if run.stdout else {}


class Restored(Register):
    """A register at a place of its own, which is made by restoring and not by init."""

    def __init__(self, store: str, home: str = ""):
        super().__init__(store)
        self.home = ["--home", home] if home else []
        self.places = pathlib.Path(store).parent

    def make(self) -> None:
        """It is restored."""


register.start()
clients = [threading.Thread(target=ask_until_told) for _ in range(3)]
for client in clients:
    client.start()
until = time.monotonic() + 60
while len(receipts) < 50:
    expect(time.monotonic() < until, "checks are not answered")
    time.sleep(0.02)
with guard:
    before = set(receipts)
made = told("backup", f"{folder}/backup")
stop.set()
for client in clients:
    client.join()

restored = Restored(f"{folder}/restored.db")
found = told("restore", f"{folder}/backup", "--verify", place=restored)
expect(found["log"] and found["lookups"] and found["rebuilt"], f"restored otherwise: {found}")
expect(found["tables"] == made["tables"], "the tables differ from those that were backed up")
restored.start()

# One server on one file, by whatever name it is called and from whatever home.
(folder / "named.db").symlink_to(restored.store)
for other in (["--store", restored.store, "--home", f"{folder}/second"],
              ["--store", f"{folder}/named.db"]):
    served = subprocess.run([PROGRAM, "serve", *other, "--listen", "127.0.0.1:0", "--json"],
                            capture_output=True, text=True, timeout=60, check=False)
    expect(served.returncode == 5 and "sql.locked" in served.stdout + served.stderr,
           f"a second server stands on one file: {served.stdout}{served.stderr}")
auditor, seen, cursor = restored.token("auditor", "SD-SAMR"), set(), ""
while True:
    page = json.loads(restored.ask("GET", f"/v1/lookups?limit=200{cursor}", token=auditor)[1])
    seen |= {item["receipt"] for item in page["items"]}
    if not page.get("next"):
        break
    cursor = "&cursor=" + page["next"]
expect(before <= seen, f"{len(before - seen)} look-ups acknowledged before the backup are missing")

# What was erased after the backup stays erased when the backup is restored beside its journal.
question = {"identifier": identifier, "name": name, "case": random_case(), **REASON}
listing = json.loads(restored.ask("POST", "/v1/checks", question, counter)[1])["in_force"][0]
record = restored.rows("SELECT record_id FROM record WHERE subject_key = "
                       "(SELECT subject_key FROM listing WHERE listing_id = "
                       f"'{listing['listing']}')").pop()
office = restored.token("credit_office", "SD-DRC")
status, body = restored.ask("POST", "/v1/erasures", {
    "identifier": identifier, "what": "record", "item": record,
    "article": "personal-information-protection-law-2021 art. 47", "document_number": "示例1号",
    "reasons": "示例理由"}, office, random_case())
expect(status == 201, f"the record is not erased: {body}")
restored.stop()
for file in folder.glob("restored.db*"):
    if file.suffix != ".erased":
        shutil.rmtree(file) if file.is_dir() else file.unlink()
told("restore", f"{folder}/backup", place=restored)
restored.start()
left = restored.rows(f"SELECT body FROM record WHERE record_id = '{record}'")
expect(left in ({""}, {b""}), "a restored backup brought back what was erased")
restored.stop()
restored.expect_whole()

# To another engine and back: every table is the same, and the register answers.
database = Database()
moved = Restored(database.url, f"{folder}/home")
journal = pathlib.Path(f"{restored.store}.erased")
sound = journal.read_text(encoding="utf-8")
journal.write_text("broken", encoding="utf-8")
stopped = told("store", "move", "--to", database.url, "--to-home", f"{folder}/home",
               place=restored, code=1)
expect(stopped["code"] == "erasure.journal_broken", f"a broken journal was moved: {stopped}")
expect(psql(database.url, "SELECT count(*) FROM act") == ["0"],
       "a move that failed left its rows")
expect([file.name for file in (folder / "home").iterdir()] == ["store.lock"],
       "a move that failed left its files")
journal.write_text(sound, encoding="utf-8")
told("store", "move", "--to", database.url, "--to-home", f"{folder}/home", place=restored)
moved.places = folder / "home"
moved.expect_whole()
moved.start()
status, body = moved.ask("POST", "/v1/checks", {**question, "case": random_case()}, counter)
expect(status == 200 and json.loads(body)["in_force"][0]["listing"] == listing["listing"],
       f"the moved store answers otherwise: {body}")
moved.stop()
kept = told("backup", f"{folder}/from-postgres", place=moved)
back = Restored(f"{folder}/back.db")
same = told("store", "move", "--to", back.store, place=moved)
expect(same["tables"] == kept["tables"], "two copies of one store on PostgreSQL differ")
back.expect_whole()

# Refusals: a place that is taken, a folder that is no backup, a backup that was changed.
empty = Restored(f"{folder}/empty.db")
(folder / "nothing").mkdir()


def refused(word: str, place: Register, *words: str) -> None:
    answer = told(*words, code=1, place=place)
    expect(answer["code"] == word, f"{words[0]} {words[1]} says {answer['code']}, not {word}")


refused("backup.not_empty", register, "backup", f"{folder}/backup")
refused("backup.no_manifest", empty, "restore", f"{folder}/nothing")
refused("backup.not_empty", restored, "restore", f"{folder}/backup")
store = sqlite3.connect(f"{folder}/backup/store.db")
store.execute("UPDATE subject SET name = name || '示例' WHERE subject_key = "
              "(SELECT MIN(subject_key) FROM subject)")
store.commit()
store.close()
shutil.copytree(f"{folder}/backup", f"{folder}/changed")
refused("backup.not_as_made", empty, "restore", f"{folder}/changed")
left = sorted(file.name for file in folder.glob("empty.db*"))
expect(left == ["empty.db.lock"], f"a refused backup left something behind: {left}")
looked = sqlite3.connect(f"{back.store}.lookups")
looked.execute("INSERT INTO listing_home (listing_id, subject_key) VALUES ('astray', 'O')")
looked.commit()
refused("backup.rows_astray", back, "backup", f"{folder}/astray")
looked.execute("DELETE FROM listing_home")
looked.commit()
looked.close()
expect(not list((folder / "astray").iterdir()), "a backup that failed left something behind")

# What failed, or was killed at any moment, is nothing in the way of the next; killed once its rows
# were committed, it is whole.
def committed(place: Register) -> bool:
    if not pathlib.Path(place.store).exists():
        return False
    try:
        return place.rows("SELECT count(*) FROM act") != {0}
    except sqlite3.OperationalError:
        return False


told("backup", f"{folder}/astray", place=back)
killed = 0
for moment in (0.1, 0.3, 0.6, 1.0, 1.5, 2.0):
    restoring = subprocess.Popen([PROGRAM, "restore", f"{folder}/astray", "--store", empty.store])
    time.sleep(moment)
    restoring.kill()
    ended = restoring.wait()
    expect(ended in (0, -9), f"after {killed} that were killed, a restore ends with {ended}")
    killed += ended == -9
    if ended == 0 or committed(empty):
        empty.expect_whole()
        for file in folder.glob("empty.db*"):
            shutil.rmtree(file) if file.is_dir() else file.unlink()
expect(killed > 0, "no restore was killed")
again = told("restore", f"{folder}/astray", "--verify", place=empty)
expect(again["log"] and again["lookups"] and again["rebuilt"], f"restored otherwise: {again}")
expect(not pathlib.Path(f"{empty.store}.unfinished").exists(), "a whole copy is marked as none")
shutil.rmtree(folder)
