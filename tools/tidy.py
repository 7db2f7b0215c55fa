"""Runs clang-tidy over every source that changed since it last passed (kept by digest in the user's cache)."""

import concurrent.futures
import hashlib
import json
import os
import pathlib
import subprocess
import sys

CACHE = pathlib.Path(os.environ.get("XDG_CACHE_HOME", pathlib.Path.home() / ".cache")) / "xinheng-tidy"
CONFIG = pathlib.Path(".clang-tidy").read_bytes()


def digest(entry: dict) -> str:
    """Of what the compiler sees: the source with all its includes, and the rules."""
    command = entry["command"].replace("ccache ", "", 1).split(" -o ")[0] + f" -E -P {entry['file']}"
    seen = subprocess.run(command, shell=True, capture_output=True, cwd=entry["directory"], check=True).stdout
    source = pathlib.Path(entry["file"]).read_bytes()
    return hashlib.sha256(CONFIG + source + seen).hexdigest()


def tidy(entry: dict) -> str:
    passed = CACHE / digest(entry)
    if passed.exists():
        return ""
    run = subprocess.run(["clang-tidy-19", "--quiet", "-p", "build", entry["file"]], capture_output=True, text=True)
    if run.returncode == 0:
        passed.touch()
    return "" if run.returncode == 0 else run.stdout + run.stderr


CACHE.mkdir(parents=True, exist_ok=True)
root = pathlib.Path.cwd()
entries = [e for e in json.loads(pathlib.Path("build/compile_commands.json").read_text(encoding="utf-8"))
           if e["file"].startswith(f"{root}/src/") and not e["file"].endswith("_test.cpp")]
found = 0
with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
    for text in pool.map(tidy, entries):  # in their order, each as soon as it is known
        found += bool(text)
        print(text, end="", flush=True)
print(f"clang-tidy: {len(entries)} sources, findings in {found}")
sys.exit(bool(found))
