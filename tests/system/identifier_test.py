"""No identifier of the demonstration in logs, arguments, errors, addresses, file names or the published log."""

import pathlib
import sqlite3

from running import REASON, Register, example, expect, random_case

register = Register()
identifier, name = example()
register.start()
counter = register.token("approval_system", "SD-SAMR")
wrong = identifier[:-1] + ("1" if identifier[-1] != "1" else "2")
errors = ""
for question in ({"identifier": wrong}, {"identifier": identifier, "matter": "nothing"}, {"identifier": identifier, "more": 1}):
    asked = {"identifier": identifier, "name": name, "case": random_case(), **REASON, **question}
    status, body = register.ask("POST", "/v1/checks", asked, counter)
    expect(status >= 400, f"{question} was answered")
    errors += body
told = register.run("check", *[part for member, value in {**REASON, "case": "c"}.items() for part in (f"--{member}", value)],
                    stdin=f"{identifier}\n{name}\n")
expect(told.returncode == 0, f"the check failed: {told.stderr}")
arguments = pathlib.Path(f"/proc/{register.server.pid}/cmdline").read_text(encoding="utf-8")
register.stop()

store = sqlite3.connect(register.store)
codes = [row[0][1:] for row in store.execute("SELECT subject_key FROM subject WHERE subject_key LIKE 'O%'")]
persons = [row[0] for row in store.execute("SELECT subject_key FROM subject WHERE subject_key LIKE 'P%'")]
expect(len(codes) > 10000 and len(persons) > 100, "the demonstration is too small to prove anything")
places = {"errors": errors, "arguments": arguments, "server": pathlib.Path(f"{register.folder.name}/server.out").read_text(encoding="utf-8")}
for file in register.places.rglob("*"):
    if ".log" in str(file) and file.is_file():
        places[str(file)] = file.read_bytes().decode("latin-1") + file.name
haystack = "\n".join(places.values())
for needle in codes + persons + [wrong]:
    expect(needle not in haystack, "an identifier stands where none may: " +
           ", ".join(place for place, text in places.items() if needle in text))
print(f"{len(codes) + len(persons)} identifiers, {len(places)} places, none found")
