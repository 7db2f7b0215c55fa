"""Runs clang-tidy over every source that changed since it last passed (kept by digest in the user's cache).

tidy.py FILE…: of these sources alone.
"""

import concurrent.futures
import functools
import hashlib
import json
import os
import pathlib
import re
import subprocess
import sys

CACHE = pathlib.Path(os.environ.get("XDG_CACHE_HOME", pathlib.Path.home() / ".cache")) / "xinheng-tidy"
PLUGIN = pathlib.Path("build/own_sources.so")
HEAVY = pathlib.Path("cmake/heavy_headers.h")
PRECOMPILED = pathlib.Path("build/tidy.pch")
COMMANDS = pathlib.Path("build/tidy")
GENERATED = pathlib.Path("build/generated")
RULES = b"".join(file.read_bytes() for file in (pathlib.Path(".clang-tidy"), pathlib.Path(__file__), HEAVY))
# The analyzer follows calls a little less far: what it finds so it finds in a tenth of the time.
SHALLOW = [f"--extra-arg={word}" for word in ("-Xclang", "-analyzer-config", "-Xclang", "mode=shallow",
                                              "-include-pch", str(PRECOMPILED.resolve()))]
# What hides another name is told; the compiler's own words of suppression mean nothing to it.
WARNINGS = " -Wshadow -Wno-unknown-warning-option"
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
def included_by(file: pathlib.Path) -> frozenset:
    """Our own files that it includes, and those that these include."""
    named = re.findall(r'^#include "([^"]+)"', file.read_text(encoding="utf-8"), re.MULTILINE)
    found = {place / name for name in named for place in (ROOT / "src", ROOT / GENERATED) if (place / name).exists()}
    return frozenset(found.union(*map(included_by, found)))


@functools.cache
def digest_of(file: pathlib.Path) -> str:
    return f"{file.relative_to(ROOT)} {hashlib.sha256(file.read_bytes()).hexdigest()}"


@functools.cache
def packages() -> str:
    """The headers of the system by the versions of their packages."""
    return subprocess.run(["dpkg-query", "-W", "*-dev", "clang-tidy-19"], capture_output=True, text=True,
                          check=True).stdout


def stamp_of(file: pathlib.Path) -> pathlib.Path:
    told = "\n".join(map(digest_of, sorted({file, *included_by(file)})))
    return CACHE / hashlib.sha256(RULES + packages().encode() + told.encode()).hexdigest()


def write_commands() -> list:
    """Each source by itself, as its folder is compiled (cmake/together.cmake)."""
    built = json.loads(pathlib.Path("build/compile_commands.json").read_text(encoding="utf-8"))
    folder = next(entry for entry in built if entry["file"].startswith(f"{ROOT}/build/together/"))
    sources = [file for file in sorted((ROOT / "src").rglob("*.cpp")) if not file.name.endswith("_test.cpp")]
    COMMANDS.mkdir(exist_ok=True)
    entries = [{"directory": folder["directory"], "file": str(file),
                "command": folder["command"].replace(folder["file"], str(file)) + WARNINGS} for file in sources]
    (COMMANDS / "compile_commands.json").write_text(json.dumps(entries), encoding="utf-8")
    return sources


def tidy(file: pathlib.Path, stamp: pathlib.Path) -> str:
    """What is found."""
    run = subprocess.run(["clang-tidy-19", "--quiet", f"--load={PLUGIN}", *SHALLOW, "-p", COMMANDS, file],
                         capture_output=True, text=True)
    if run.returncode == 0:
        stamp.touch()
    return "" if run.returncode == 0 else run.stdout + run.stderr


named = {pathlib.Path(file).resolve() for file in sys.argv[1:]}
CACHE.mkdir(parents=True, exist_ok=True)
build_plugin()
precompile()
all_sources = write_commands()
if named - set(all_sources):
    sys.exit("clang-tidy: no source of the build: " + " ".join(map(str, sorted(named - set(all_sources)))))
sources = [file for file in all_sources if not named or file in named]
asked = [(file, stamp) for file in sources if not (stamp := stamp_of(file)).exists()]
found = 0
with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
    for text in pool.map(lambda pair: tidy(*pair), asked):
        found += bool(text)
        print(text, end="", flush=True)
print(f"clang-tidy: {len(sources)} sources, {len(sources) - len(asked)} passed before, {len(asked)} read now, "
      f"findings in {found}")
sys.exit(bool(found))
