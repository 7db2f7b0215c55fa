"""No identifier of the demonstration in logs, arguments, errors, file names or the log."""

import pathlib
import sqlite3

from running import REASON, Register, example, expect, random_case

register = Register()
identifier, name = example()
register.start()
counter = register.token("approval_system", "SD-SAMR")
wrong = identifier[:-1] + ("1" if identifier[-1] != "1" else "2")
errors = ""
for question in ({"identifier": wrong}, {"matter": "nothing"}, {"more": 1}):
    asked = {"identifier": identifier, "name": name, "case": random_case(), **REASON}
    asked |= question
    status, body = register.ask("POST", "/v1/checks", asked, counter)
    expect(status >= 400, f"{question} was answered")
    errors += body
options = [part for member, value in {**REASON, "case": "c"}.items()
           for part in (f"--{member}", value)]
told = register.run("check", *options, stdin=f"{identifier}\n{name}\n")
expect(told.returncode == 0, f"the check failed: {told.stderr}")
arguments = pathlib.Path(f"/proc/{register.server.pid}/cmdline").read_text(encoding="utf-8")
register.stop()

store = sqlite3.connect(register.store)
keys = [row[0] for row in store.execute("SELECT subject_key FROM subject")]
codes = [key[1:] for key in keys if key.startswith("O")]
persons = [key for key in keys if key.startswith("P")]
expect(len(codes) > 10000 and len(persons) > 100, "too few to prove anything")
printed = pathlib.Path(f"{register.folder.name}/server.out").read_text(encoding="utf-8")
places = {"errors": errors, "arguments": arguments, "server": printed}
for file in register.places.rglob("*"):
    if ".log" in str(file) and file.is_file():
        places[str(file)] = file.read_bytes().decode("latin-1") + file.name
haystack = "\n".join(places.values())
for needle in codes + persons + [wrong]:
    expect(needle not in haystack, "an identifier stands where none may: " +
           ", ".join(place for place, text in places.items() if needle in text))
print(f"{len(codes) + len(persons)} identifiers, {len(places)} places, none found")
