"""Fails when two decisions have one number, or one is named in a decision or in src/ that does not exist."""

import pathlib
import re
import sys

FOLDER = pathlib.Path("docs/decisions")
NUMBERS = r"\d{4}(?:(?:,| and|, and) \d{4})*"
NAMED = re.compile(rf"\b[Dd]ecisions? ({NUMBERS})")
# The line under a title: Superseded by NNNN. · Superseded in part by NNNN and NNNN: what.
STANDS = re.compile(rf"Superseded (?:by ({NUMBERS})\.|in part by ({NUMBERS}): \S)")

records = sorted(FOLDER.glob("*.md"))
known = [file.name[:4] for file in records]
wrong = [f"{FOLDER}: {number} stands twice" for number in sorted(set(known)) if known.count(number) > 1]


def look_up(place, numbers):
    wrong.extend(f"{place}: there is no decision {n}" for n in re.findall(r"\d{4}", numbers) if n not in known)


for file in records:
    text = file.read_text(encoding="utf-8")
    if not re.match(rf"# {file.name[:4]}[.:]? ", text):
        wrong.append(f"{file}: the title begins with another number")
    for number, line in enumerate(text.splitlines(), 1):
        if line.startswith("Superseded"):
            found = STANDS.match(line)
            if found is None:
                wrong.append(f"{file}:{number}: write Superseded by NNNN. or Superseded in part by NNNN: what.")
            elif file.name[:4] in line:
                wrong.append(f"{file}:{number}: superseded by itself")
            else:
                look_up(f"{file}:{number}", found[1] or found[2])
for file in [*records, *sorted(pathlib.Path("src").rglob("*.*"))]:
    if file.suffix in {".md", ".h", ".cpp", ".sql"}:
        for numbers in NAMED.findall(file.read_text(encoding="utf-8")):
            look_up(file, numbers)
print("\n".join(wrong) or f"decisions: {len(known)}, and each that is named exists")
sys.exit(bool(wrong))
