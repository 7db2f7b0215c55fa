"""Plants the faults of mutants.toml one by one in a copy of the tree; the simulation or a scenario
must find each, or this fails. run.py [NAME …]

The copy and its build lie in build/mutants and are used again: a fault costs what it changes."""

import os
import pathlib
import shutil
import subprocess
import sys
import time
import tomllib

ROOT = pathlib.Path(__file__).resolve().parents[2]
TREE = ROOT / "build" / "mutants"
BUILD = TREE / "build"
JOBS = os.environ.get("JOBS", str(os.cpu_count()))
SCENARIOS = pathlib.Path("tests", "scenarios")
SEARCHES = [["simulation_tests", "sqlite", "--seeds", "150", "--seconds", "40", "--jobs", JOBS],
            ["scenario_tests", "sqlite", str(SCENARIOS)]]


def copy_tree() -> None:
    """Every file of the working tree that git knows or would take, and no other; only what differs
    is written."""
    listed = subprocess.run(["git", "ls-files", "-co", "--exclude-standard"], cwd=ROOT, check=True,
                            capture_output=True, text=True).stdout.splitlines()
    ignored = [str(f.relative_to(ROOT)) for f in (ROOT / "web" / "embedded").glob("*")]
    for name in listed + ignored:
        source, copy = ROOT / name, TREE / name
        if not source.is_file() or (copy.exists() and copy.read_bytes() == source.read_bytes()):
            continue
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(source, copy)
    kept = {TREE / name for name in listed + ignored}
    for copy in [each for each in TREE.rglob("*") if BUILD not in each.parents]:
        if copy.is_file() and copy not in kept:
            copy.unlink()


def build() -> str:
    """What the compiler complains of; empty when all is well."""
    environment = os.environ | {"CCACHE_BASEDIR": str(TREE), "CCACHE_NOHASHDIR": "1"}
    run = subprocess.run(["ninja", "-C", BUILD, "-j", JOBS, "--quiet", "simulation_tests",
                          "scenario_tests"], capture_output=True, text=True, env=environment)
    return "" if run.returncode == 0 else run.stdout + run.stderr


def nearest(file: str) -> list[list[str]]:
    """The scenarios of the folder in which the fault is planted: the quickest to look."""
    folder = SCENARIOS / pathlib.Path(file).parts[1]
    return [["scenario_tests", "sqlite", str(folder)]] if (TREE / folder).is_dir() else []


def finder(first: list[list[str]]) -> str:
    """Who finds that something is wrong, and what he says first; empty when nobody does."""
    for words in first + SEARCHES:
        run = subprocess.run([BUILD / words[0], *words[1:]], cwd=TREE, capture_output=True,
                             text=True)
        if run.returncode != 0:
            said = next((line for line in run.stdout.splitlines() if line.strip()), "broke off")
            return f"{words[0]}: {said}"
    return ""


def try_mutant(mutant: dict) -> str:
    """Why the mutant does not count as found; empty when it does."""
    file = TREE / mutant["file"]
    sound = file.read_text(encoding="utf-8")
    if sound.count(mutant["old"]) != 1:
        return f"{mutant['file']} holds its line {sound.count(mutant['old'])} times, not once"
    begun = time.monotonic()
    file.write_text(sound.replace(mutant["old"], mutant["new"]), encoding="utf-8")
    try:
        complaint = build()
        found = "" if complaint else finder(nearest(mutant["file"]))
    finally:
        file.write_text(sound, encoding="utf-8")
    if complaint:
        return "it does not build:\n" + complaint[:2000]
    outcome = f"found by {found[:160]}" if found else "SURVIVES"
    print(f"{mutant['name']}, {time.monotonic() - begun:.0f} s: {outcome}", flush=True)
    return "" if found else "nobody finds it"


copy_tree()
if not (BUILD / "build.ninja").exists():
    subprocess.run(["cmake", "--preset", "release"], cwd=TREE, check=True, capture_output=True)
complaint = build()
if complaint:
    sys.exit("the sound tree does not build:\n" + complaint[:4000])
if len(sys.argv) == 1 and (found := finder([])):
    sys.exit("the sound tree is not sound: " + found)
mutants = tomllib.loads((ROOT / "tests/mutants/mutants.toml").read_text(encoding="utf-8"))["mutant"]
chosen = [m for m in mutants if len(sys.argv) == 1 or m["name"] in sys.argv[1:]]
wrong = {m["name"]: why for m in chosen if (why := try_mutant(m))}
for name, why in wrong.items():
    print(f"{name}: {why}")
print(f"{len(chosen) - len(wrong)} of {len(chosen)} faults found")
sys.exit(bool(wrong) or not chosen)
