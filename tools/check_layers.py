"""Fails when a source file includes a folder that layers.txt does not place below its own."""

import pathlib
import re
import sys

INCLUDE = re.compile(r'^#include "(\w+)/', re.MULTILINE)

lines = [line for line in pathlib.Path("layers.txt").read_text(encoding="utf-8").splitlines()
         if line.strip() and not line.startswith("#")]
level = {folder: number for number, line in enumerate(lines) for folder in line.split()}

wrong = [f"{file}: {file.parts[1]} may not include {target}"
         for file in sorted(pathlib.Path("src").rglob("*.*"))
         if file.suffix in {".h", ".cpp"}
         for target in INCLUDE.findall(file.read_text(encoding="utf-8"))
         if target != file.parts[1] and level[target] >= level[file.parts[1]]]
print("\n".join(wrong) or "layers: as drawn")
sys.exit(bool(wrong))
