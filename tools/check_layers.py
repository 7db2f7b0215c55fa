"""Fails when a source includes a folder that layers.txt does not place below its own, or when layers.txt, src/ and
the table of ARCHITECTURE.md do not name the same folders in the same order.
"""

import pathlib
import re
import sys

INCLUDE = re.compile(r'^#include "(\w+)/', re.MULTILINE)
ROW = re.compile(r"^\| ([a-z_]+(?: · [a-z_]+)*) \|", re.MULTILINE)

lines = [line for line in pathlib.Path("layers.txt").read_text(encoding="utf-8").splitlines()
         if line.strip() and not line.startswith("#")]
placed = [folder for line in lines for folder in line.split()]
level = {folder: number for number, line in enumerate(lines) for folder in line.split()}
_, table = pathlib.Path("ARCHITECTURE.md").read_text(encoding="utf-8").split("## The folders of src/")
told = [folder for row in ROW.findall(table.split("\n## ")[0]) for folder in row.split(" · ") if folder != "folder"]
there = {folder.name for folder in pathlib.Path("src").iterdir() if folder.is_dir()}

wrong = [f"{name}: {folder} stands twice" for name, folders in (("layers.txt", placed), ("ARCHITECTURE.md", told))
         for folder in sorted(set(folders)) if folders.count(folder) > 1]
for name, folders in ("layers.txt", placed), ("ARCHITECTURE.md", told):
    wrong += [f"{name}: src/{folder} is missing" for folder in sorted(there - set(folders))]
    wrong += [f"{name}: there is no src/{folder}" for folder in sorted(set(folders) - there)]
known = [folder for folder in told if folder in level]
wrong += [f"ARCHITECTURE.md: {folder} stands below {above} in layers.txt"
          for above, folder in zip(known, known[1:]) if level[folder] < level[above]]
for file in sorted(f for f in pathlib.Path("src").rglob("*.*") if f.suffix in {".h", ".cpp"}):
    own = file.parts[1]
    for target in INCLUDE.findall(file.read_text(encoding="utf-8")):
        if target not in level:
            wrong.append(f"{file}: includes {target}, which layers.txt does not name")
        elif target != own and own in level and level[target] >= level[own]:
            wrong.append(f"{file}: {own} may not include {target}")
print("\n".join(wrong) or "layers: as drawn")
sys.exit(bool(wrong))
