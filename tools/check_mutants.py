"""Every planted fault still finds its line: each in its file once."""

import pathlib
import sys
import tomllib

MUTANTS = pathlib.Path("tests/mutants/mutants.toml")

mutants = tomllib.loads(MUTANTS.read_text(encoding="utf-8"))["mutant"]
lost = []
for mutant in mutants:
    file = pathlib.Path(mutant["file"])
    times = file.read_text(encoding="utf-8").count(mutant["old"]) if file.exists() else 0
    if times != 1:
        lost.append(f"{MUTANTS}: {mutant['name']}: {file} holds its line {times} times, not once")
print("\n".join(lost) or f"mutants: {len(mutants)} faults, each has its place")
sys.exit(bool(lost))
