"""Fails when a line, file or folder of the sources is past the house's size (CONTRIBUTING.md)."""

import pathlib
import sys
import unicodedata


def width(line: str) -> int:
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in line)


wrong = []
files = [f for top in ("src", "tests", "bench") for f in sorted(pathlib.Path(top).rglob("*"))
         if f.suffix in {".h", ".cpp", ".sql", ".py"}]
for file in files:
    lines = file.read_text(encoding="utf-8").splitlines()
    most = 600 if file.parts[0] == "tests" or file.stem.endswith("_test") else 400
    if len(lines) > most:
        wrong.append(f"{file}: {len(lines)} lines, {most} at most")
    wrong += [f"{file}:{n}: line wider than 100" for n, line in enumerate(lines, 1) if width(line) > 100]
for folder in {f.parent for f in files if f.parts[0] == "src"}:
    count = len([f for f in folder.iterdir() if f.is_file()])
    # A migration that has landed is never changed: their folder only grows.
    if count > 25 and folder.name != "migrations":
        wrong.append(f"{folder}: {count} files, 25 at most")
print("\n".join(wrong) or "size: within bounds")
sys.exit(bool(wrong))
