#!/bin/bash
# Bar 12: a log of ENTRIES (10000000) commitments, appended in batches after each of which the head is known, and proofs
# from it; beside it Go's tlog, of Debian's packages, which is given memory alone: it must come to the same roots at some
# thousand sizes and to the same proofs. Then ours as it is published (tiles, every batch durable and signed), proofs from
# those files, and NUMBERED (1000000) acts that waited in a store, numbered and published.
set -euo pipefail
. bench/lib.sh
ENTRIES=${ENTRIES:-10000000} NUMBERED=${NUMBERED:-1000000}
folder=$WORK/log
figure() { sed -n "s/^$2 \([0-9.]*\)$/\1/p" "$WORK/$1"; }
microseconds() { awk -v n="$1" -v o="$2" -v p="$3" 'BEGIN {printf "%s: %.1f µs, %.1f µs, %.2f, ≤ 50 µs\n", n, o, p, o / p}' | tee -a "$WORK/lines"; }

rm -rf "$folder"
mkdir -p "$folder/tiles" "$folder/store"
build/bench_log "$ENTRIES" "$folder/tiles" >"$WORK/log.ours"
if command -v go >/dev/null && [ -e /usr/share/gocode/src/golang.org/x/mod/sumdb/tlog ]; then
    GO111MODULE=off GOPATH=/usr/share/gocode GOCACHE=$PWD/$WORK/go-cache go build -o "$WORK/tlog" ./bench/tlog
    "$WORK/tlog" "$ENTRIES" >"$WORK/log.tlog"
    diff <(grep -e ^root -e ^proofs "$WORK/log.ours") <(grep -e ^root -e ^proofs "$WORK/log.tlog")
    line "log, $ENTRIES appended in memory, to tlog (same roots at $(grep -c ^root "$WORK/log.ours") sizes, same proofs)" \
        "$(figure log.ours append)" "$(figure log.tlog append)" 200000
    for kind in inclusion consistency; do
        microseconds "log, $kind proof in memory, to tlog" "$(figure log.ours $kind)" "$(figure log.tlog $kind)"
    done
else
    alone "log, $ENTRIES appended in memory (no Go here for its tlog)" "$(figure log.ours append)/s" "≥ 200000/s"
    for kind in inclusion consistency; do
        alone "log, $kind proof in memory (no Go here for its tlog)" "$(figure log.ours $kind) µs" "≤ 50 µs"
    done
fi
alone "log, published as tiles" "$(figure log.ours 'tiles append')/s" "≥ 200000/s"
for kind in inclusion consistency; do
    alone "log, $kind proof from tiles" "$(figure log.ours "tiles $kind") µs" "≤ 50 µs"
done
rm -rf "$folder/tiles"
build/bench_log number "$NUMBERED" "$folder/store" >"$WORK/log.numbered"
alone "log, $NUMBERED acts numbered in a store and published" "$(figure log.numbered numbered)/s" "(200000/s)"
rm -rf "$folder"
