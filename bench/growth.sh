#!/bin/bash
# Bar 13: the median of a check while the number of subjects grows, two of a hundred with something live; beside each size
# the smallest, in the same run. SIZES ("100000 1000000"; the bar is meant for "1000000 10000000 50000000"), RECORDS (0) of
# each subject. RATE (1000) checks a second are asked, of 200,000 random subjects; the least median of REPEAT rounds counts,
# in which every size has its turn.
set -euo pipefail
. bench/lib.sh
. bench/large.sh
SIZES=${SIZES:-100000 1000000} RECORDS=${RECORDS:-0} RATE=${RATE:-1000} CONNECTIONS=16
export DELAY
DELAY=$(echo "$CONNECTIONS * 1000 / $RATE" | bc -l)
ask() { SUBJECTS=$ASKED ASKED_PATH=/v1/checks wrk -t1 -c$CONNECTIONS -d"$1" --latency -s bench/check.lua "http://127.0.0.1:$PORT"; }
# Milliseconds.
median() { awk '/50%/ {v = $2; if (v ~ /us$/) v = v / 1000; else if (v ~ /[0-9]s$/) v = v * 1000; printf "%.3f", v} /Non-2xx|Socket errors/ {exit 1}'; }

declare -A least held
for _ in $(seq "$REPEAT"); do
    for size in $SIZES; do
        from=$(now)
        large_store "$size" $((size * RECORDS)) 2
        [ "$(echo "$(since "$from") < 1" | bc)" = 1 ] || printf 'made %s subjects in %.0f s\n' "$size" "$(since "$from")"
        asked_subjects "$LARGE" 200000
        serve "$LARGE"
        all_names "$size"
        ask 2s >/dev/null # warm
        took=$(ask "${SECONDS_EACH}s" | median)
        held[$size]=$(resident VmRSS)
        stop
        [ "$(echo "$took >= ${least[$size]:-999999}" | bc)" = 1 ] || least[$size]=$took
    done
done
smallest=${SIZES%% *}
for size in $SIZES; do
    awk -v n="growth, p50 of a check at $size subjects (${held[$size]} MB resident), to $smallest" -v o="${least[$size]}" \
        -v p="${least[$smallest]}" 'BEGIN {printf "%s: %.3f ms, %.3f ms, %.2f, ≤ 1.3\n", n, o, p, o / p}' | tee -a "$WORK/lines"
done
