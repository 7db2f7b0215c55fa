#!/bin/bash
# Bar 10: a million open clocks, ten thousand of which fall due on one day: how long the clerk takes, and what a check
# takes meanwhile beside what it takes otherwise. DUE and OPEN make it smaller or larger.
set -euo pipefail
. bench/lib.sh
DUE=${DUE:-10000} OPEN=${OPEN:-1000000} RATE=${RATE:-2000} CONNECTIONS=32
FILLED=$WORK/clocks-$DUE-$OPEN
export SUBJECTS=$FILLED/subjects TOKEN ASKED_PATH=/v1/checks DELAY
DELAY=$(echo "$CONNECTIONS * 1000 / $RATE" | bc -l)
if [ ! -e "$SUBJECTS" ]; then
    rm -rf "$FILLED"
    mkdir "$FILLED"
    build/bench_clocks fill "$FILLED/store.db" "$DUE" "$OPEN" >"$FILLED/filling"
    mv "$FILLED/filling" "$SUBJECTS"
fi
TOKEN=$(token "$FILLED/store.db.tokens" approval_system SD-SAMR)
ask() { wrk -t2 -c$CONNECTIONS -d"$1" --latency -s bench/check.lua "http://127.0.0.1:$PORT"; }

best_time=999999 usual=0 meanwhile=0
for _ in $(seq "$REPEAT"); do
    rm -rf "$WORK/clocks"
    cp -r "$FILLED" "$WORK/clocks"
    sync -f "$WORK/clocks" # or the first commit would wait for the copy
    mkfifo "$WORK/clocks/midnight"
    build/bench_clocks sweep "$WORK/clocks/store.db" "$PORT" <"$WORK/clocks/midnight" >"$WORK/clocks/swept" &
    SERVER=$!
    exec 9>"$WORK/clocks/midnight"
    until curl -sf "http://127.0.0.1:$PORT/livez" >/dev/null 2>&1; do sleep 0.05; done
    ask 2s >/dev/null # warm
    usual_now=$(ask "${SECONDS_EACH}s" | p99)
    echo >&9
    during_now=$(ask 2s | p99)
    until [ -s "$WORK/clocks/swept" ]; do sleep 0.1; done
    read -r acts time_now <"$WORK/clocks/swept"
    [ "$acts" = "$DUE" ] || { echo "only $acts of $DUE listings ended"; exit 1; }
    echo >&9
    exec 9>&-
    wait "$SERVER" || true
    SERVER=
    [ "$(echo "$time_now >= $best_time" | bc)" = 1 ] || best_time=$time_now usual=$usual_now meanwhile=$during_now
done
alone "clocks, $DUE of $OPEN due on one day, swept" "$(printf '%.2f s' "$best_time")" "≤ 2 s"
awk -v o="$meanwhile" -v p="$usual" 'BEGIN {printf "clocks, p99 of a check meanwhile to the usual: %.2f ms, %.2f ms, %.2f, ≤ 2\n", o, p, o / p}' |
    tee -a "$WORK/lines"
