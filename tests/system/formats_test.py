"""One table in each form in which departments send it, by the command line and by the interface:
the same rows are read from each, and a fault is named by sheet, row, column, header and value."""

import csv
import http.client
import io
import json
import pathlib

from books import book_of, column_name
from running import Register, expect

register = Register()
register.start()
folder = pathlib.Path(register.folder.name)
clerk = register.token("clerk", "SD-SAMR")
text = pathlib.Path("examples/penalties-gb18030.csv").read_text(encoding="gb18030")
header, *all_rows = csv.reader(io.StringIO(text))
whole = register.run("submit", "examples/penalties-gb18030.csv", "--as", "SD-SAMR", "--json")
expect(whole.returncode == 3, f"the example ends with {whole.returncode}")
faulty = {fault["row"] for fault in json.loads(whole.stdout)["faults"]}
sound = [row for number, row in enumerate(all_rows, start=2) if number not in faulty]
expect(len(sound) > 2 and faulty, "the example has sound and faulty rows")
amount_at = header.index("罚款金额（万元）")
bad = sound[0].copy()
bad[amount_at] = "一万"


def table_of(rows: list[list[str]]) -> str:
    out = io.StringIO()
    csv.writer(out).writerows([header, *rows])
    return out.getvalue()


FORMS = {"UTF-8": lambda rows: table_of(rows).encode(),
         "UTF-8 with a mark": lambda rows: table_of(rows).encode("utf-8-sig"),
         "GB18030": lambda rows: table_of(rows).encode("gb18030"),
         "UTF-16LE": lambda rows: b"\xff\xfe" + table_of(rows).encode("utf-16-le"),
         "UTF-16BE": lambda rows: b"\xfe\xff" + table_of(rows).encode("utf-16-be"),
         "XLSX": lambda rows: book_of(folder, [header, *rows]).read_bytes()}
BOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def by_command_line(form: str, rows: list[list[str]]) -> tuple[bool, dict]:
    file = folder / ("table.xlsx" if form == "XLSX" else "table.csv")
    file.write_bytes(FORMS[form](rows))
    told = register.run("submit", str(file), "--as", "SD-SAMR", "--json")
    expect(told.returncode in (0, 3), f"{form} ends with {told.returncode}: {told.stderr}")
    return told.returncode == 0, json.loads(told.stdout)


def by_interface(form: str, rows: list[list[str]]) -> tuple[bool, dict]:
    connection = http.client.HTTPConnection("127.0.0.1", register.port, timeout=20)
    connection.request("POST", "/v1/submissions", FORMS[form](rows), {
        "Authorization": f"Bearer {clerk}", "Content-Type": BOOK if form == "XLSX" else "text/csv",
        "Idempotency-Key": f"forms-{form.replace(chr(32), chr(45))}-{len(rows)}"})
    answer = connection.getresponse()
    told = answer.status, json.loads(answer.read())
    connection.close()
    expect(told[0] in (200, 201), f"{form} is answered with {told}")
    return told[1]["complete"], told[1]


new = len(sound)
for form in FORMS:
    for submit in (by_command_line, by_interface):
        taken, report = submit(form, sound)
        expect(taken, f"{form} {submit.__name__}: {report}")
        counts = {name: report[name]
                  for name in ("accepted", "rejected", "unchanged", "superseded")}
        expect(counts == {"accepted": new, "rejected": 0, "unchanged": len(sound) - new,
                          "superseded": 0}, f"{form} {submit.__name__}: {counts}")
        new = 0  # from now on the same file changes nothing
        taken, report = submit(form, [sound[1], bad])
        expect(not taken and report["accepted"] == 0, f"{form} {submit.__name__}: {report}")
        (fault,) = report["faults"]
        expect((fault["row"], fault["column"], fault["header"], fault["value"]) ==
               (3, column_name(amount_at), header[amount_at], bad[amount_at]), f"{form}: {fault}")
        expect(bool(fault["rule"] and fault["hint"]), f"{form} says no rule: {fault}")
        expect(("sheet" in fault and bool(fault["sheet"])) == (form == "XLSX"), f"{form}: {fault}")
register.stop()
register.expect_whole()
print(f"{len(FORMS)} forms by two doors: the same {len(sound)} rows, and the same fault of each")
