#!/bin/bash
# Everything that must hold before a change lands, stage by stage, with the minutes of each.
set -euo pipefail
cd "$(dirname "$0")/.."
jobs=${JOBS:-$(nproc)}
export CCACHE_BASEDIR=$PWD CCACHE_NOHASHDIR=1
summary=
begun=$SECONDS

# stage NAME COMMAND: must pass. report NAME COMMAND: told, but not yet held to (docs/decisions/0006).
stage() { run exit "$@"; }
report() { run true "$@"; }
run() {
    local otherwise=$1 name=$2 start=$SECONDS
    shift 2
    echo "── $name"
    "$@" || { echo "failed: $name"; [ "$otherwise" = true ] || exit 1; }
    summary+=$(printf '%-28s %5.1f min' "$name" "$(echo "$((SECONDS - start)) / 60" | bc -l)")$'\n'
}

setup() { tools/setup.sh build test check && tools/web.sh; }
format() { git ls-files '*.h' '*.cpp' | xargs clang-format-19 --dry-run --Werror; }
release() { cmake --preset release >/dev/null && ninja -C build -j "$jobs" --quiet; }
tests() { ctest --test-dir build --output-on-failure -j "$jobs"; }
address() {
    cmake --preset address >/dev/null && ninja -C build/address -j "$jobs" --quiet &&
        ctest --test-dir build/address --output-on-failure -j "$jobs" -LE slow
}
threads() {
    cmake --preset thread >/dev/null && ninja -C build/thread -j "$jobs" --quiet unit_tests &&
        ctest --test-dir build/thread --output-on-failure -j "$jobs" -R "$(cat tests/concurrent.txt)"
}
fuzz() { tools/fuzz.sh "${FUZZ_SECONDS:-10}"; }
tidy() { python3 tools/tidy.py; }

stage "install" setup
stage "format" format
stage "build" release
stage "tests" tests
stage "address and undefined" address
report "threads" threads
report "fuzz, briefly" fuzz
report "clang-tidy" tidy
printf '\n%s%-28s %5.1f min\n' "$summary" "in all" "$(echo "$((SECONDS - begun)) / 60" | bc -l)"
[ $((SECONDS - begun)) -le 3600 ] || echo "make check took more than an hour"
