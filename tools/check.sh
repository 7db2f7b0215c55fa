#!/bin/bash
# Everything that must hold before a change lands, stage by stage, with the minutes of each.
set -euo pipefail
cd "$(dirname "$0")/.."
jobs=${JOBS:-$(nproc)}
. tools/ccache.sh
summary=
begun=$SECONDS

# stage NAME COMMAND: must pass. report NAME MINUTES COMMAND: is told, for that long at most, and not
# yet held to (docs/decisions/0008).
stage() { run 0 "$@"; }
report() {
    local name=$1 minutes=$2
    shift 2
    run "$minutes" "$name" "$@"
}
run() {
    local minutes=$1 name=$2 start=$SECONDS
    shift 2
    echo "── $name"
    if [ "$minutes" = 0 ]; then
        "$@" || { echo "failed: $name"; exit 1; }
    else
        export -f "$1"
        jobs=$jobs timeout "${minutes}m" bash -euo pipefail -c "$1" || echo "failed or cut short: $name"
    fi
    summary+=$(printf '%-28s %5.1f min' "$name" "$(echo "$((SECONDS - start)) / 60" | bc -l)")$'\n'
}

setup() { tools/setup.sh build test check && tools/web.sh; }
format() { git ls-files '*.h' '*.cpp' | xargs clang-format-19 --dry-run --Werror; }
release() { cmake --preset release >/dev/null && ninja -C build -j "$jobs" --quiet; }
tests() { ctest --test-dir build --output-on-failure -j "$jobs"; }
# One build serves both: what the tests find, and what the fuzz targets find.
address() {
    cmake --preset address >/dev/null && ninja -C build/address -j "$jobs" --quiet &&
        ctest --test-dir build/address --output-on-failure -j "$jobs" -LE slow
}
fuzz() { tools/fuzz.sh "${FUZZ_SECONDS:-10}"; }
threads() {
    cmake --preset thread >/dev/null && ninja -C build/thread -j "$jobs" --quiet unit_tests &&
        ctest --test-dir build/thread --output-on-failure -j "$jobs"
}
tidy() { python3 tools/tidy.py; }

stage "install" setup
stage "format" format
stage "build" release
stage "tests" tests
report "address and undefined" 25 address
report "fuzz, briefly" 5 fuzz
report "threads" 12 threads
report "clang-tidy" 12 tidy
printf '\n%s%-28s %5.1f min\n' "$summary" "in all" "$(echo "$((SECONDS - begun)) / 60" | bc -l)"
[ $((SECONDS - begun)) -le 3600 ] || echo "make check took more than an hour"
