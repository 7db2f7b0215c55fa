"""A store of an older release, kept in tests/data, is upgraded; a rehearsal leaves it as it was.

It was made by the release of 25 November 2026: a submission, a listing that was proposed and
noticed, a check.
"""

import json
import pathlib
import sqlite3
import subprocess
import tarfile
import tempfile
import time

from running import Database, Register, expect, psql, random_case, REASON

OLDER = "tests/data/store-of-2026-11-25.tar.xz"
SINCE = ["0220_execution", "0230_indexes", "0240_joint_action", "0241_industries",
         "0242_succession", "0243_named_persons", "0244_unserved_notices",
         "0245_standing_orders", "0246_corrections", "0247_forms", "0248_store_move",
         "0249_staged_identifiers", "0250_expired_records", "0251_order_of_keys.sqlite",
         "0252_current_in_order.sqlite"]
INDEXES_SINCE = ["account_by_authority", "protected_subject_by_kind", "lookup_batch_by_time",
                 "protected_subject_of_authority", "listing_at", "submission_of_kind"]
WINDOW = {"account": "window", "password": "older-only-0000"}

folder = pathlib.Path(tempfile.mkdtemp())


class Older(Register):
    """A register that another release made; its time is the real one."""

    demonstration = False

    def __init__(self, name: str, store: str = "", home: str = ""):
        super().__init__(store or f"{folder}/{name}/store.db")
        self.places = folder / name
        self.home = ["--home", home] if home else []
        if not store:
            with tarfile.open(OLDER) as kept:
                kept.extractall(self.places)

    def make(self) -> None:
        """Another release did."""

    def upgrade(self, *more: str, code: int = 0) -> dict:
        run = self.run("upgrade", *more, "--json")
        expect(run.returncode == code, f"upgrade ends with {run.returncode}: {run.stdout}")
        return json.loads(run.stdout)


def content_of(store: str) -> list[str]:
    with sqlite3.connect(store) as connection:
        return list(connection.iterdump())


def names(report: dict) -> list[str]:
    return [each["migration"] for each in report["migrations"]]


# Rehearsed: everything is carried out, every table comes out of the acts, and nothing stays.
older = Older("older")
before = [content_of(older.store), content_of(older.store + ".lookups")]
rehearsed = older.upgrade("--rehearse")
expect(names(rehearsed) == SINCE, f"carried out were {rehearsed['migrations']}")
expect(rehearsed["equal"] and rehearsed["acts"] > 5 and not rehearsed["kept"], f"{rehearsed}")
expect([content_of(older.store), content_of(older.store + ".lookups")] == before,
       "the rehearsal changed the store")

# A store whose tables are not what its acts say is not upgraded.
wrong = Older("wrong")
with sqlite3.connect(wrong.store) as connection:
    expect(connection.execute("UPDATE listing SET state = 'in_force'").rowcount == 1, "no listing")
before = content_of(wrong.store)
refused = wrong.upgrade(code=1)
expect(refused["differing"] == ["listing"] and not refused["kept"], f"{refused}")
expect(content_of(wrong.store) == before, "a store that does not come out equal was changed")

# Upgraded: the log verifies, the register answers to who had an account, and again is nothing.
upgraded = older.upgrade()
expect(names(upgraded) == SINCE and upgraded["kept"], f"{upgraded}")
older.expect_whole()
expect(names(older.upgrade()) == [], "a store was upgraded twice")
older.start()
status, body = older.ask("POST", "/v1/sessions", WINDOW, "")
expect(status == 201, f"the account of the older release cannot sign in: {body}")
token = json.loads(body)["token"]
code, name = pathlib.Path("examples/subject.txt").read_text(encoding="utf-8").split("\n")[:2]
status, body = older.ask("POST", "/v1/checks", {"identifier": code, "name": name,
                                                "case": random_case(), **REASON}, token)
answer = json.loads(body)
expect(status == 200 and answer["subject"] == "confirmed" and answer["nothing_found"],
       f"the upgraded register answers {body}")
expect(older.upgrade(code=5)["code"] == "sql.locked", "a store that is served was upgraded")
older.stop()

# On PostgreSQL the same, from a store that lacks the indexes.
database = Database()
moved = Older("moved", database.url, f"{folder}/home")
run = older.run("store", "move", "--to", database.url, "--to-home", f"{folder}/home")
expect(run.returncode == 0, f"not moved: {run.stderr}")
moved.places = folder / "home"
psql(database.url, "".join(f"DROP INDEX {index};" for index in INDEXES_SINCE) +
     "DELETE FROM migration WHERE number = 230")
rehearsed = moved.upgrade("--rehearse")
expect(names(rehearsed) == SINCE[1:2] and not rehearsed["kept"], f"{rehearsed}")
expect(psql(database.url, "SELECT COUNT(*) FROM migration WHERE number = 230") == ["0"],
       "the rehearsal changed the database")
expect(names(moved.upgrade()) == SINCE[1:2], "not upgraded")
moved.expect_whole()

# It compares what stands at one moment: whoever writes is waited for, and others wait meanwhile.
writer = subprocess.Popen(["psql", database.url, "--no-psqlrc", "--quiet", "--command",
                           "BEGIN; UPDATE home_version SET version = version; "
                           "SELECT pg_sleep(4); COMMIT"], stdout=subprocess.DEVNULL)
at_work = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() " \
          "AND wait_event = 'PgSleep'"
until = time.monotonic() + 10
while psql(database.url, at_work) != ["1"]:
    expect(time.monotonic() < until, "the writer does not begin")
    time.sleep(0.05)
rehearsed = moved.upgrade("--rehearse")
expect(writer.poll() is not None, "an upgrade compared tables in which somebody was writing")
expect(rehearsed["equal"], f"{rehearsed}")

# A newer store than the program knows.
psql(database.url, "INSERT INTO migration VALUES (9999, 'later', '', 0)")
newer = moved.upgrade(code=1)
expect(newer["code"] == "sql.newer_store" and "9999" in str(newer), f"a newer store: {newer}")

print("rehearsed, refused, upgraded on both engines; the older register answers")
