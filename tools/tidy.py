"""Runs clang-tidy over every source that changed since it last passed (kept by digest in the user's cache).

tidy.py FILE…: of these sources alone.
"""

import concurrent.futures
import functools
import hashlib
import json
import os
import pathlib
import subprocess
import sys

CACHE = pathlib.Path(os.environ.get("XDG_CACHE_HOME", pathlib.Path.home() / ".cache")) / "xinheng-tidy"
PLUGIN = pathlib.Path("build/own_sources.so")
HEAVY = pathlib.Path("cmake/heavy_headers.h")
PRECOMPILED = pathlib.Path("build/tidy.pch")
RULES = b"".join(file.read_bytes() for file in (pathlib.Path(".clang-tidy"), pathlib.Path(__file__), HEAVY))
# The analyzer follows calls a little less far: what it finds so it finds in a tenth of the time.
SHALLOW = [f"--extra-arg={word}" for word in ("-Xclang", "-analyzer-config", "-Xclang", "mode=shallow",
                                              "-include-pch", str(PRECOMPILED.resolve()))]
ROOT = pathlib.Path.cwd()


def build_plugin() -> None:
    source = pathlib.Path("tools/own_sources.cpp")
    if PLUGIN.exists() and PLUGIN.stat().st_mtime > source.stat().st_mtime:
        return
    subprocess.run(["g++", "-std=c++20", "-O1", "-fPIC", "-shared", "-fno-rtti", "-isystem/usr/lib/llvm-19/include",
                    source, "-o", PLUGIN], check=True)


def precompile() -> None:
    """The headers that take longest to read, read once; each source must still include what it uses."""
    if PRECOMPILED.exists() and PRECOMPILED.stat().st_mtime > HEAVY.stat().st_mtime:
        return
    subprocess.run(["clang++-19", "-O2", "-g1", "-std=c++23", "-x", "c++-header", HEAVY, "-o", PRECOMPILED], check=True)


@functools.cache
def digest_of(file: str) -> str:
    """Our own files by content; those of the system by what the packages put there."""
    path = (ROOT / "build" / file).resolve()
    if path.is_relative_to(ROOT):
        return f"{path.relative_to(ROOT)} {hashlib.sha256(path.read_bytes()).hexdigest()}"
    return f"{path} {path.stat().st_size} {path.stat().st_mtime_ns}"


def dependencies() -> dict:
    """Each object with the files that the compiler read for it, as ninja noted them."""
    told = subprocess.run(["ninja", "-C", "build", "-t", "deps"], capture_output=True, text=True, check=True).stdout
    blocks = (block.splitlines() for block in told.split("\n\n") if block.strip())
    return {lines[0].split(":")[0]: sorted(line.strip() for line in lines[1:]) for lines in blocks}


def object_of(entry: dict) -> str:
    return entry["command"].split(" -o ")[1].split()[0]


def stamp_of(files: list) -> pathlib.Path:
    seen = hashlib.sha256(RULES + "\n".join(map(digest_of, files)).encode())
    return CACHE / seen.hexdigest()


def tidy(entry: dict, stamp: pathlib.Path) -> str:
    """What is found."""
    run = subprocess.run(["clang-tidy-19", "--quiet", f"--load={PLUGIN}", *SHALLOW, "-p", "build", entry["file"]],
                         capture_output=True, text=True)
    if run.returncode == 0:
        stamp.touch()
    return "" if run.returncode == 0 else run.stdout + run.stderr


named = {str(pathlib.Path(file).resolve()) for file in sys.argv[1:]}
CACHE.mkdir(parents=True, exist_ok=True)
build_plugin()
precompile()
read = dependencies()
entries = [e for e in json.loads(pathlib.Path("build/compile_commands.json").read_text(encoding="utf-8"))
           if e["file"].startswith(f"{ROOT}/src/") and not e["file"].endswith("_test.cpp")
           and (not named or e["file"] in named)]
if named - {e["file"] for e in entries}:
    sys.exit("clang-tidy: no source of the build: " + " ".join(sorted(named - {e["file"] for e in entries})))
asked = [(e, stamp) for e in entries if not (stamp := stamp_of(read[object_of(e)])).exists()]
found = 0
with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
    for text in pool.map(lambda pair: tidy(*pair), asked):
        found += bool(text)
        print(text, end="", flush=True)
print(f"clang-tidy: {len(entries)} sources, {len(entries) - len(asked)} passed before, {len(asked)} read now, "
      f"findings in {found}")
sys.exit(bool(found))
