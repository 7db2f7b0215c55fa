"""Where articles are cited: src/, words/, law/ and scenarios. Read by check_law.py and law_map.py."""

import pathlib
import re
import tomllib

ID = r'[a-z][a-z0-9]*(?:-[a-z0-9]+)+'
ONE = r'\d+(?:\.\d+)*(?:\(\d+\))*(?:-\d+(?:\(\d+\))*)?'
CITED = re.compile(rf'\b({ID}) (?:arts?\.|items?) ({ONE}(?:, {ONE}\b(?!-[a-z]))*)?')
HEADER = re.compile(rf'^// (?:Law|Standard): +({ID})')
ASKED = re.compile(r'(?:\.|->)(?:period|number|parameter)\(\s*"([a-z0-9_]+(?:\.[a-z0-9_]+)+)"')


def tables(value):
    """Every table in a TOML value, itself included."""
    if isinstance(value, dict):
        yield value
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from tables(inner)


def data(folder):
    """Path → content of each TOML file."""
    return {f: tomllib.loads(f.read_text(encoding="utf-8")) for f in sorted(pathlib.Path(folder).rglob("*.toml"))}


def in_data(content):
    """(instrument, article, status) of each table that cites."""
    for table in tables(content):
        instrument, article = table.get("instrument"), table.get("article", "")
        if isinstance(instrument, str):
            yield instrument, article, table.get("article_status", table.get("status", ""))
        elif isinstance(article, str) and article:
            instrument, _, article = article.partition(" art. ")
            yield instrument, article, ""


def lines(folder, suffixes):
    """(path, line number, line) of every line that is no unit test's."""
    for file in sorted(pathlib.Path(folder).rglob("*")):
        if file.suffix in suffixes and not file.stem.endswith("_test"):
            for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
                yield file, number, line
