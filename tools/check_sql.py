"""Fails when SQL stands in C++, or a statement of src/ does not parse or would run on one engine only."""

import pathlib
import re
import sqlite3
import sys

SQL = re.compile(r'"[^"\n]*\b(SELECT\s+[\w*$]|INSERT\s+INTO|DELETE\s+FROM|UPDATE\s+\w+\s+SET|CREATE\s+'
                 r'(TABLE|INDEX)\s+\w|ALTER\s+TABLE|DROP\s+TABLE|PRAGMA\s+\w)')
FORBIDDEN = re.compile(r"\b(now|random|strftime|datetime|julianday|ifnull|group_concat|string_agg)\s*\("
                       r"|\b(CURRENT_DATE|CURRENT_TIME(STAMP)?|FOREIGN KEY|REFERENCES|(BIG)?SERIAL|AUTOINCREMENT"
                       r"|WITHOUT ROWID|INSERT OR|REPLACE INTO|I?LIKE|GLOB|FOR UPDATE|AS DATE\))|::", re.IGNORECASE)
TYPES = {"BIGINT": "INTEGER", "BYTES": "BLOB", "DATE": "TEXT"}


class Nulls(dict):
    def __missing__(self, key):
        return None


wrong, store = [], sqlite3.connect(":memory:")
uncommented = lambda file: re.sub(r"--(?! name:).*", "", file.read_text(encoding="utf-8"))
for file in sorted(pathlib.Path("src/sql/migrations").glob("*.sql")):
    text = uncommented(file)
    if file.stem.endswith((".sqlite", ".postgres")):
        text = text.replace("WITHOUT ROWID", "")  # how one engine keeps its rows
    wrong += [f"{file}: {m.group()}" for m in FORBIDDEN.finditer(text)]
    if not file.stem.endswith(".postgres"):
        store.executescript(re.sub(r"\b(BIGINT|BYTES|DATE)\b", lambda m: TYPES[m.group()], text))
statements = 0
for file in sorted(f for f in pathlib.Path("src").rglob("*.sql") if f.parts[1] != "sql"):
    for name, text in re.findall(r"-- name: (\w+)\n((?:(?!-- name:).*\n?)*)", uncommented(file)):
        statements += 1
        wrong += [f"{file}: {name}: {m.group()}" for m in FORBIDDEN.finditer(text)]
        try:
            store.execute("EXPLAIN " + text, Nulls())
        except sqlite3.Error as error:
            wrong.append(f"{file}: {name}: {error}")
for file in sorted(f for f in pathlib.Path("src").rglob("*.*") if f.suffix in {".h", ".cpp"}):
    if not file.stem.endswith("_test"):
        wrong += [f"{file}: SQL in C++: {m.group()}" for m in SQL.finditer(file.read_text(encoding="utf-8"))]
print("\n".join(wrong) or f"sql: {statements} statements, one text for both engines")
sys.exit(bool(wrong) or statements == 0)
