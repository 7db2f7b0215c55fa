"""Fails when a citation names no instrument, an article is misspelt, or a number of law stands in code."""

import re
import sys

from citations import ASKED, CITED, HEADER, ONE, data, in_data, lines, tables

NUMBER = re.compile(r'\b(?:years|months)\{(?!1\})\d+\}')  # a step of one month is no number of law
law, wrong = data("law"), []
ids = {i["id"] for file in law.values() if "common" in file for i in file.get("instrument", [])}
names = {p["name"] for file in law.values() for p in file.get("parameter", [])}


def check(place, instrument, article=""):
    if instrument not in ids:
        wrong.append(f"{place}: no instrument {instrument} in law/instruments")
    wrong.extend(f"{place}: {instrument} art. {one}: write 39, 30(6), 48, 85 or 116-118"
                 for one in article.split(", ") if one[:1].isdigit() and not re.fullmatch(ONE, one))


def check_name(place, name):
    if name not in names:
        wrong.append(f"{place}: no parameter {name} in law/parameters.toml")


for file, content in (law | data("words")).items():
    for instrument, article, _ in in_data(content):
        check(file, instrument, article)
    for table in tables(content):
        for key in ("retention", "timeliness", "parameter"):
            if isinstance(table.get(key), str) and "." in table[key]:
                check_name(file, table[key])
for file, number, line in lines("src", {".h", ".cpp", ".sql"}):
    for instrument, _ in CITED.findall(line):
        check(f"{file}:{number}", instrument)
    for instrument in HEADER.findall(line):
        check(f"{file}:{number}", instrument)
    for name in ASKED.findall(line):
        check_name(f"{file}:{number}", name)
    for found in NUMBER.findall(line):
        wrong.append(f"{file}:{number}: {found}: a number of law stands in law/parameters.toml")
print("\n".join(wrong) or f"law: {len(ids)} instruments, {len(names)} parameters, every citation stands")
sys.exit(bool(wrong))
