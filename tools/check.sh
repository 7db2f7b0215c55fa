#!/bin/bash
# Everything that must hold before a change lands, stage by stage, with the minutes of each.
set -euo pipefail
cd "$(dirname "$0")/.."
jobs=${JOBS:-$(nproc)}
. tools/ccache.sh
. tools/memory.sh
summary=
begun=$SECONDS

# stage NAME COMMAND: must pass. Each tells when it begins, so that one that is cut off shows where the time went.
stage() {
    local name=$1 start=$SECONDS
    shift
    echo "── $name, after $(minutes "$((SECONDS - begun))") min"
    "$@" || { echo "failed: $name"; exit 1; }
    summary+=$(printf '%-28s %5s min' "$name" "$(minutes "$((SECONDS - start))")")$'\n'
}
minutes() { printf '%.1f' "$(echo "$1 / 60" | bc -l)"; }

setup() { tools/setup.sh build test check web && tools/web.sh && tools/web.sh test && tools/console.sh; }
format() { git ls-files '*.h' '*.cpp' | xargs clang-format-19 --dry-run --Werror; }
release() { cmake --preset release >/dev/null && ninja -C build -j "$jobs" --quiet; }
# What hangs is named and ends, before it costs the whole its time.
run_tests() { ctest --test-dir "$1" --output-on-failure --timeout 900 -j "$jobs" "${@:2}"; }
# A cluster of its own takes as long as all the rest: make test-citus.
tests() { run_tests build -LE citus; }
# One build serves both: what the tests find, and what the fuzz targets find. The scenarios are played
# on SQLite here; PostgreSQL's own code is reached by its unit tests and the simulation.
address() {
    cmake --preset address >/dev/null && ninja -C build/address -j "$jobs" --quiet &&
        run_tests build/address -LE 'slow|web' -E scenarios_postgres
}
fuzz() { tools/fuzz.sh "${FUZZ_SECONDS:-10}"; }
threads() {
    cmake --preset thread >/dev/null && ninja -C build/thread -j "$jobs" --quiet unit_tests &&
        run_tests build/thread
}
tidy() { python3 tools/tidy.py; }

stage "install" setup
stage "format" format
stage "build" release
stage "tests" tests
stage "address and undefined" address
stage "fuzz, briefly" fuzz
stage "threads" threads
stage "clang-tidy" tidy
printf '\n%s%-28s %5s min\n' "$summary" "in all" "$(minutes "$((SECONDS - begun))")"
[ $((SECONDS - begun)) -le 3600 ] || echo "make check took more than an hour"
