#!/bin/bash
# Runs every fuzz target for some seconds over its seed corpus: fuzz.sh SECONDS
set -euo pipefail
cd "$(dirname "$0")/.."
. tools/ccache.sh
cmake --preset address >/dev/null
ninja -C build/address -j "${JOBS:-$(nproc)}" --quiet fuzz_targets
for target in build/address/*_fuzz; do
    name=$(basename "$target" _fuzz)
    work=$(mktemp -d)
    mkdir -p "tests/fuzz/corpus/$name"
    "$target" -max_total_time="$1" -max_len=65536 -rss_limit_mb=2048 -verbosity=0 -print_final_stats=0 \
        "$work" "tests/fuzz/corpus/$name" >"$work.log" 2>&1 || { tail -40 "$work.log"; echo "failed: $name"; exit 1; }
    echo "$name: held for $1 s"
    rm -rf "$work" "$work.log"
done
