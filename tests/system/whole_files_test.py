"""The whole files hold of each organisation what is told of it alone, with the same marks: also
of whom somebody objects."""

import collections
import csv
import io
import json
import sqlite3

from answers import Answers
from running import Register, expect

FILES = {"permit": "permits.csv", "penalty": "penalties.csv", "commitment": "commitments.csv",
         "honour": "honours.csv"}
SOME = 60
register = Register()
register.start()


def in_files() -> dict[str, dict[str, str]]:
    """Code of an organisation → its records, and whether an objection is pending of each."""
    found: dict[str, dict[str, str]] = collections.defaultdict(dict)
    for name in FILES.values():
        status, body = register.ask("GET", f"/data/{name}")
        expect(status == 200, f"{name} ended with {status}")
        for row in csv.DictReader(io.StringIO(body.removeprefix("\ufeff"))):
            of_subject = found[row["unified_social_credit_code"]]
            expect(row["id"] not in of_subject, f"{name}: {row['id']} stands twice")
            of_subject[row["id"]] = row["objection_pending"]
    return found


def alone(code: str, name: str) -> dict[str, str]:
    """The same of what is told of it alone."""
    status, body = register.ask("POST", "/v1/subjects/lookup", {"identifier": code, "name": name})
    expect(status == 200, f"an organisation is answered with {status}")
    return {each["record"]: "yes" if each["objection_pending"] else "no"
            for each in json.loads(body)["records"] if each["kind"] in FILES}


def compare(told: dict[str, dict[str, str]], subjects: list[tuple[str, str]]) -> None:
    for code, name in subjects:
        expect(told.get(code, {}) == alone(code, name), "a file and the view of one differ")


answers = Answers(register)
answers.object(register, "record")
store = sqlite3.connect(register.store)
SUBJECTS = ("SELECT DISTINCT substr(subject_key, 2), subject.name FROM {} JOIN subject"
            " USING (subject_key) WHERE subject_key < 'P'")
apart = [row for table in ("objection", "publicity_closed", "text_review")
         for row in store.execute(SUBJECTS.format(table))]
others = list(store.execute(SUBJECTS.format("record_current") + f" LIMIT {SOME}"))
told = in_files()
compare(told, apart + others)
pending = [each for each in told[answers.identifier].values() if each == "yes"]
expect(len(pending) == 1, f"{len(pending)} records bear the mark, not one")
print(f"{len(apart)} organisations with something of their own, {len(others)} others: the files"
      " hold what is told of each alone")
register.stop()
