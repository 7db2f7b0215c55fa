"""Fails when docs/terms.md has a row of another form, or a Chinese or an English term twice."""

import pathlib
import re
import sys

TERMS = pathlib.Path("docs/terms.md")
HEAD = ["Term", "中文", "Not"]
ASIDE = re.compile(r"\s*\([^)]*\)")  # what a word is said of, or kept for


def split(cell, marks):
    return [term for part in re.split(marks, ASIDE.sub("", cell)) if (term := part.strip())]


wrong, where = [], {}


def enter(number, term):
    if term in where:
        wrong.append(f"{TERMS}:{number}: {term} stands in line {where[term]} already")
    where.setdefault(term, number)


for number, line in enumerate(TERMS.read_text(encoding="utf-8").splitlines(), 1):
    if not line.startswith("|") or line.startswith("|---"):
        continue
    cells = [cell.strip() for cell in line.strip("|").split("|")]
    if cells == HEAD:
        continue
    if len(cells) != len(HEAD) or not all(cells):
        wrong.append(f"{TERMS}:{number}: a row is a term, 中文 and what is not used for it")
        continue
    english, chinese, refused = split(cells[0], "[;,:]"), split(cells[1], "[；、：]"), split(cells[2], "[,;]")
    for term in [*english, *chinese]:
        enter(number, term)
    wrong += [f"{TERMS}:{number}: {term} is not Chinese" for term in chinese if not re.search("[\u4e00-\u9fff]", term)]
    wrong += [f"{TERMS}:{number}: {term} is used and refused" for term in english if term in refused]
print("\n".join(wrong) or f"terms: {len(where)}, each stands once")
sys.exit(bool(wrong))
