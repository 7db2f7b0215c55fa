"""Fails when a citation names no instrument, an article is misspelt, or a number of law stands in code."""

import pathlib
import re
import sys
import tomllib

CITED = re.compile(r'\b([a-z][a-z0-9]*(?:-[a-z0-9]+)+) art\. ([^\s,;:—"]+)')
HEADER = re.compile(r'^// (?:Law|Standard): +([a-z][a-z0-9]*(?:-[a-z0-9]+)+)', re.MULTILINE)
ARTICLE = re.compile(r'\d+(\.\d+)*(\(\d+\))*(-\d+(\(\d+\))*)?$')
ASKED = re.compile(r'(?:\.|->)(?:period|number|parameter)\(\s*"([a-z0-9_]+(?:\.[a-z0-9_]+)+)"')
NUMBER = re.compile(r'\b(?:years|months)\{\d+\}')


def tables(value):
    """Every table in a TOML value, itself included."""
    if isinstance(value, dict):
        yield value
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from tables(inner)


def read(folder):
    return {f: tomllib.loads(f.read_text(encoding="utf-8")) for f in sorted(pathlib.Path(folder).rglob("*.toml"))}


law, words, wrong = read("law"), read("words"), []
ids = {i["id"] for file in law.values() if "common" in file for i in file.get("instrument", [])}
names = {p["name"] for p in law[pathlib.Path("law/parameters.toml")]["parameter"]}


def check(place, instrument, article=""):
    if instrument not in ids:
        wrong.append(f"{place}: no instrument {instrument} in law/instruments")
    wrong.extend(f"{place}: {instrument} art. {one}: write 39, 30(6), 48, 85 or 116-118"
                 for one in article.split(", ") if one[:1].isdigit() and not ARTICLE.match(one))


for file, data in (law | words).items():
    for table in tables(data):
        if isinstance(table.get("instrument"), str):
            check(file, table["instrument"], table.get("article", ""))
        elif isinstance(table.get("article"), str):
            check(file, *table["article"].split(" art. ", 1))
        for key in ("retention", "timeliness"):
            if "." in str(table.get(key, "")) and table[key] not in names:
                wrong.append(f"{file}: no parameter {table[key]} in law/parameters.toml")
for file in sorted(f for f in pathlib.Path("src").rglob("*") if f.suffix in {".h", ".cpp", ".sql"}):
    text = file.read_text(encoding="utf-8")
    test = file.stem.endswith("_test")
    for instrument, article in [] if test else CITED.findall(text):
        check(file, instrument, article.rstrip(".…"))
    for instrument in HEADER.findall(text):
        check(file, instrument)
    for name in [] if test else ASKED.findall(text):
        if name not in names:
            wrong.append(f"{file}: asks for {name}, which law/parameters.toml lacks")
    wrong += [f"{file}: {found}: a number of law stands in law/parameters.toml" for found in NUMBER.findall(text)
              if not test]
print("\n".join(wrong) or f"law: {len(ids)} instruments, {len(names)} parameters, every citation stands")
sys.exit(bool(wrong))
