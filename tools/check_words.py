"""Fails when src/ says a word that words/ lacks, or an entry of words/ lacks a language or what to do next."""

import pathlib
import re
import sys
import tomllib

# fail(ErrorCode::X, "folder.word"), .word = "folder.word", and Ground{"folder.word"}.
SAID = re.compile(r'(?:ErrorCode::\w+,\s*|\.word = |Ground\{\s*|\bfault\(\s*|\bsay\(\s*)"([a-z_0-9]+(?:\.[a-z_0-9]+)+)"')
LABELLED = re.compile(r'"(pages(?:\.[a-z_0-9]+)+)"')
NEEDED = ("zh", "en", "next_zh", "next_en")
LABEL = ("zh", "en")  # of a page: it says what stands there, and asks for nothing


def entries(prefix, table):
    if not isinstance(table, dict) or "zh" in table:
        yield prefix, table
    else:
        for name, inner in table.items():
            yield from entries(f"{prefix}.{name}" if prefix else name, inner)


wrong, known = [], {}
for file in sorted(pathlib.Path("words").glob("*.toml")):
    for word, entry in entries("", tomllib.loads(file.read_text(encoding="utf-8"))):
        lacking = [key for key in (LABEL if word.startswith(("pages.", "terms.")) else NEEDED)
                   if not isinstance(entry, dict) or not entry.get(key)]
        wrong += [f"{file}: {word} lacks {key}" for key in lacking]
        wrong += [f"{file}: {word} stands in {known[word]} already"] if word in known else []
        known[word] = file
for file in sorted(f for f in pathlib.Path("src").rglob("*") if f.suffix in {".h", ".cpp"}):
    if not file.stem.endswith("_test"):
        text = file.read_text(encoding="utf-8")
        wrong += [f"{file}: words/ lacks {word}" for word in {*SAID.findall(text), *LABELLED.findall(text)}
                  if word not in known]
print("\n".join(wrong) or f"words: {len(known)} sentences, none lacking")
sys.exit(bool(wrong))
