"""No number of any subject of the demonstration, in clear or hashed, in logs, arguments, errors,
file names or the published log: identifier_test.py [postgres]

The numbers of persons, which the store holds sealed, are made again (demo_numbers)."""

import csv
import io
import os
import pathlib
import re
import sys
import tempfile

from demo_numbers import key_of, numbers
from running import REASON, Database, Register, example, expect, random_case

register = Register(Database().url if "postgres" in sys.argv else "")
example_code, example_name = example()
codes, persons = numbers()
keys = register.rows("SELECT subject_key FROM subject")
key_file = next(register.places.rglob("*.keys"))
hashed = {key_of(key_file, person) for person in persons}
in_store = {key for key in keys if key.startswith("P")}
expect(in_store <= hashed and len(in_store) > 1000, "the store knows persons that were not made")
expect(keys - in_store <= {f"O{code}" for code in codes}, "or organisations")

register.start()
counter, clerk = (register.token(role, "SD-SAMR") for role in ("approval_system", "clerk"))
errors = []


def told(status: int, body: str, refused: bool) -> None:
    expect((status >= 400) == refused, f"{status}: {body[:300]}")
    errors.append(body)


def altered(number: str) -> str:
    return number[:-1] + ("1" if number[-1] != "1" else "2")


known = [person for person in persons if key_of(key_file, person) in in_store][:40]
for number in [example_code, *codes[1:20], *known]:
    asked = {"identifier": number, "name": "示例无名", "case": random_case(), **REASON}
    register.ask("POST", "/v1/checks", asked, counter)  # an answer to whom the number was told
    register.ask("POST", "/v1/subjects/lookup", {"identifier": number})
    for change in ({"identifier": altered(number)}, {"matter": number}, {number: 1},
                   {"name": 1}, {"identifier": f"{number}x"}):
        told(*register.ask("POST", "/v1/checks", asked | change, counter), refused=True)
    told(*register.ask("GET", f"/v1/listings/{altered(number)}", token=counter), refused=True)
lines = pathlib.Path("examples/penalties-gb18030.csv").read_text(encoding="gb18030").splitlines()
header, sound = list(csv.reader(lines))[:2]
table = io.StringIO()
csv.writer(table).writerows([header] + [
    [{"证件类型": "身份证", "证件号码": person, "行政相对人类别": "自然人"}.get(name, cell)
     if "代码_1" not in name else "" for name, cell in zip(header, sound)] for person in known])
with tempfile.TemporaryDirectory() as folder:
    file = pathlib.Path(folder, "table.csv")
    file.write_text(table.getvalue(), encoding="utf-8")
    ran = [register.run("submit", str(file), "--as", "SD-SAMR")]
options = [part for member, value in {**REASON, "case": "c"}.items()
           for part in (f"--{member}", value)]
ran.append(register.run("check", *options, stdin=f"{example_code}\n{example_name}\n"))
ran += [register.run("check", *options, stdin=f"{number}\n示例无名\n") for number in known[:3]]
ran += [register.run("subject", stdin=f"{altered(number)}\n") for number in known[:3]]
errors += [each.stderr for each in ran]
process = pathlib.Path(f"/proc/{register.server.pid}")
arguments = [(process / part).read_bytes().decode("latin-1") for part in ("cmdline", "environ")]
register.stop()

places = {"errors": "\n".join(errors), "arguments": "\n".join(arguments),
          "server": pathlib.Path(f"{register.folder.name}/server.out").read_text(encoding="utf-8")}
for root, folders, files in os.walk(register.folder.name):
    places.setdefault("file names", "")
    places["file names"] += "\n".join([*folders, *files, ""])
    for name in files:
        if ".log" in root or name.endswith(".tokens"):
            places[f"{root}/{name}"] = pathlib.Path(root, name).read_bytes().decode("latin-1")
server_log = pathlib.Path(os.environ.get("XINHENG_TEST_POSTGRES_FOLDER", "build/postgres"), "log")
if register.home and server_log.is_file():
    places["the log of PostgreSQL"] = server_log.read_text(encoding="utf-8", errors="replace")
needles = {*codes, *persons, *hashed, *map(altered, (example_code, *codes[1:20], *known))}


def found_in(text: str) -> set[str]:
    """Every run of so many letters and digits that a needle has, wherever it begins."""
    return {run for length in {len(needle) for needle in needles}
            for run in re.findall(rf"(?=([0-9A-Z]{{{length}}}))", text.upper())} & needles


expect(found_in(f"x{persons[0]}y {codes[-1].lower()}") == {persons[0], codes[-1]}, "it finds none")
expect(len(places) > 10 and len(places["errors"]) > 10000, "too few places to prove anything")
for place, text in places.items():
    expect(not (found := found_in(text)), f"{len(found)} identifiers stand in {place}")
print(f"{len(codes)} codes, {len(persons)} persons, {len(places)} places, none found")
