"""Plants the faults of mutants.toml one by one in a copy of the tree; the simulation or a scenario
must find each, or this fails. run.py [NAME …]

The copy and its build lie in build/mutants and are used again: a fault costs what it changes."""

import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import threading
import time
import tomllib

ROOT = pathlib.Path(__file__).resolve().parents[2]
TREE = ROOT / "build" / "mutants"
BUILD = TREE / "build"
JOBS = os.environ.get("JOBS", str(os.cpu_count()))
SCENARIOS = pathlib.Path("tests", "scenarios")
SIMULATION = ["simulation_tests", "sqlite", "--seeds", "150", "--seconds", "120", "--jobs", "1"]
SUMMARY = re.compile(r"\d+ (passed|seeds), ")


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


def scenarios_first(file: str) -> list[str]:
    """The folders of scenarios, that one first in which the fault is planted."""
    names = sorted(each.name for each in (TREE / SCENARIOS).iterdir()
                   if each.is_dir() and any(each.rglob("*.scenario")))
    near = pathlib.Path(file).parts[1] if file else ""
    return sorted(names, key=lambda name: name != near)


class Search:
    """Searches that run at once; the first that finds something ends all."""

    def __init__(self) -> None:
        self.found = ""
        self.running: set[subprocess.Popen] = set()
        self.lock = threading.Lock()

    def run(self, *words: str) -> None:
        with self.lock:
            if self.found:
                return
            process = subprocess.Popen([BUILD / words[0], *words[1:]], cwd=TREE, text=True,
                                       start_new_session=True, stdout=subprocess.PIPE,
                                       stderr=subprocess.DEVNULL)
            self.running.add(process)
        lines = (line.strip() for line in process.stdout)
        said = next((line for line in lines if line and not SUMMARY.match(line)), "")
        if said or process.wait() != 0:
            self.end(f"{words[0]}: {said or 'broke off'}")
        with self.lock:
            self.running.discard(process)

    def end(self, found: str) -> None:
        with self.lock:
            self.found = self.found or found
            for process in self.running:
                if process.poll() is None:
                    os.killpg(process.pid, signal.SIGKILL)


def finder(file: str = "") -> str:
    """Who finds that something is wrong, and what he says first; empty when nobody does."""
    search = Search()
    folders = scenarios_first(file)

    def play(some: list[str]) -> None:
        for folder in some:
            search.run("scenario_tests", "sqlite", str(SCENARIOS / folder))

    threads = [threading.Thread(target=play, args=(folders[0::2],)),
               threading.Thread(target=play, args=(folders[1::2],)),
               threading.Thread(target=search.run, args=SIMULATION)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return search.found


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
        found = "" if complaint else finder(mutant["file"])
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
if len(sys.argv) == 1 and (found := finder()):
    sys.exit("the sound tree is not sound: " + found)
mutants = tomllib.loads((ROOT / "tests/mutants/mutants.toml").read_text(encoding="utf-8"))["mutant"]
chosen = [m for m in mutants if len(sys.argv) == 1 or m["name"] in sys.argv[1:]]
wrong = {m["name"]: why for m in chosen if (why := try_mutant(m))}
for name, why in wrong.items():
    print(f"{name}: {why}")
print(f"{len(chosen) - len(wrong)} of {len(chosen)} faults found")
sys.exit(bool(wrong) or not chosen)
