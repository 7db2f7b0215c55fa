#!/bin/bash
# Bar 6: the duties of a subject at a matter on a day, with their articles, from the full catalogue, by one core; beside
# it the loop by hand over the same catalogue. Counted in the processor's time.
set -euo pipefail
. bench/lib.sh
build/bench_duties --benchmark_format=json --benchmark_repetitions="$REPEAT" --benchmark_enable_random_interleaving=true \
    >"$WORK/duties.json" 2>/dev/null
fastest() {
    awk -v name="\"$1\"" '$1 == "\"run_name\":" {at = $2} $1 == "\"items_per_second\":" && index(at, name) {if ($2 + 0 > best) best = $2 + 0}
        END {printf "%.0f", best}' "$WORK/duties.json"
}
line "duties, to the loop by hand" "$(fastest duties)" "$(fastest hand_loop)" 1000000
