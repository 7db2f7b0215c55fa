"""The reports by region and industry are what a plain count over the store gives, small counts left
out."""

import collections
import csv
import datetime
import io
import pathlib
import sqlite3
import tomllib

from running import Register, expect

COLUMNS = ["organisations", "permits", "penalties", "restraints", "honours"]
SMALLEST = 5
REGIONS = tomllib.loads(pathlib.Path("law/regions.toml").read_text(encoding="utf-8"))["region"]
register = Register()
register.start()


def region_of(authority: str) -> str:
    """By the letters before its hyphen; Laiwu's authorities are of Jinan today."""
    letters = authority.split("-")[0]
    code = next(r["code"] for r in REGIONS if r.get("letters") == letters)
    return "370100" if code == "371200" else code


def report(name: str) -> dict[str, dict]:
    status, body = register.ask("GET", f"/data/{name}")
    expect(status == 200, f"{name} ended with {status}")
    rows = csv.DictReader(io.StringIO(body.removeprefix("\ufeff")))
    return {row["code"]: row for row in rows}


def plain_counts() -> tuple[dict, dict]:
    """By region and by industry: one row after another, with no help of the store."""
    store = sqlite3.connect(register.store)
    today = datetime.date.fromisoformat(next(iter(report("regions.csv").values()))["as_of"])
    since = (today - datetime.timedelta(days=364)).isoformat()
    industry = dict(store.execute("SELECT subject_key, industry FROM subject_industry"))
    objected = {row[0] for row in store.execute("SELECT about_id FROM objection WHERE open = 1")}
    kinds = dict(store.execute("SELECT subject_key, kind FROM subject"))
    counted: tuple[dict, dict] = ({}, {})

    def count(key: str, column: str, authority: str = "") -> None:
        # The demonstration's codes carry divisions of no region.
        place = region_of(authority) if authority else ""
        for counts, at in zip(counted, (place, industry.get(key, ""))):
            counts.setdefault(at, collections.Counter())[column] += 1

    organisations = {key for key, kind in kinds.items()
                     if kind in ("legal_person", "other_organisation")}
    subjects = "SELECT subject_key, registered, state FROM subject"
    for key, registered, state in store.execute(subjects):
        if key in organisations and registered and state != "cancelled":
            count(key, "organisations")
    current = {row[0] for row in store.execute("SELECT record_id FROM record_current")}
    records = ("SELECT subject_key, record_id, kind, decided_on, reference_only, authority"
               " FROM record")
    for key, record, kind, decided_on, reference, authority in store.execute(records):
        if (key in organisations and kind in ("permit", "penalty") and record in current
                and not reference and since <= decided_on <= today.isoformat()
                and record not in objected):
            count(key, "permits" if kind == "permit" else "penalties", authority)
    listings = ("SELECT subject_key, colour, from_on, through_on, held_by, authority FROM listing"
                " WHERE state = 'in_force'")
    for key, colour, from_on, through_on, held_by, authority in store.execute(listings):
        if (key in organisations and held_by is None and from_on <= today.isoformat()
                and (through_on is None or through_on >= today.isoformat())):
            count(key, "restraints" if colour == "black" else "honours", authority)
    return counted


def expect_as_counted(name: str, told: dict, counted: dict) -> int:
    """How many counts were left out."""
    expect(set(told) == set(counted), f"{name} has other lines: {set(told) ^ set(counted)}")
    left_out = 0
    for column in COLUMNS:
        small = [place for place in counted if 0 < counted[place][column] < SMALLEST]
        hidden = [place for place in told if told[place][column] == f"<{SMALLEST}"]
        shown = [place for place in told if place not in hidden]
        for place in shown:
            expect(int(told[place][column]) == counted[place][column],
                   f"{name} {place} {column}: {told[place][column]}, not {counted[place][column]}")
        expect(set(small) <= set(hidden), f"{name} {column} shows a small count")
        above = [place for place in counted if counted[place][column]]
        expect(len(hidden) == (2 if len(small) == 1 and len(above) > 1 else len(small)),
               f"{name} {column}: {len(hidden)} left out, {len(small)} small")
        left_out += len(hidden)
    return left_out


regions, industries = plain_counts()
left_out = expect_as_counted("regions.csv", report("regions.csv"), regions)
left_out += expect_as_counted("industries.csv", report("industries.csv"), industries)
expect(left_out > 0, "the demonstration leaves out nothing, so this shows nothing")
expect(len(regions) > 1, "there is one region alone")
for path in ("/figures/regions", "/figures/industries", "/en/figures/regions"):
    status, page = register.ask("GET", path)
    expect(status == 200 and "<svg" in page, f"{path} ended with {status}")
print(f"{len(regions)} regions, {len(industries)} industries, {left_out} counts left out")
