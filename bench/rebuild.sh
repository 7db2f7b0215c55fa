#!/bin/bash
# Bar 7: xinheng rebuild --check, which derives every table again and compares it row for row, of a store with some RECORDS
# (200000) records and ACTS (20000) acts or more; beside it the raw insertion of the same rows, table by table in the order
# of the key, into a fresh file with the same tables and indexes, durable at its end. The bar is meant for RECORDS=1200000
# ACTS=10000000, whose acts take half a day to make.
set -euo pipefail
. bench/lib.sh
RECORDS=${RECORDS:-200000} ACTS=${ACTS:-20000}
store=$WORK/rebuild-$RECORDS-$ACTS.db
if [ ! -e "$store" ]; then
    part=$WORK/rebuild-part.db
    rm -rf "$part"*
    build/xinheng init --store "$part" --demo --quiet >/dev/null
    build/bench_tables registrations 50000 >"$WORK/rebuild.csv"
    build/xinheng submit "$WORK/rebuild.csv" --store "$part" --as SD-SAMR --quiet >/dev/null
    build/bench_tables penalties "$((RECORDS - 50000 - ACTS))" 50000 >"$WORK/rebuild.csv"
    build/xinheng submit "$WORK/rebuild.csv" --store "$part" --as SD-SAMR --quiet >/dev/null
    build/bench_tables listings "$ACTS" >"$WORK/rebuild.csv"
    build/xinheng submit "$WORK/rebuild.csv" --store "$part" --as SD-COURT --quiet >/dev/null
    sqlite3 "$part" "PRAGMA wal_checkpoint(TRUNCATE)" >/dev/null
    for file in "$part"*; do mv "$file" "$store${file#"$part"}"; done
fi

# What the rebuilt store takes stands beside ours, not in memory.
export TMPDIR=$PWD/$WORK
rebuilt() {
    local from
    from=$(now)
    /usr/bin/time -v -o "$WORK/memory" build/xinheng rebuild --check --store "$store" --json --quiet >"$WORK/rebuilt"
    since "$from"
}
# The statements that insert every table that was compared.
insertions() {
    { grep -o '"table":"[^"]*"' "$WORK/rebuilt" | cut -d'"' -f4; echo record; echo record_quarantine; } | while read -r table; do
        sqlite3 "$store" "SELECT 'INSERT INTO ' || '$table' || ' SELECT * FROM stored.$table ORDER BY ' || group_concat(name) || ';'
            FROM (SELECT name FROM pragma_table_info('$table') WHERE pk > 0 ORDER BY pk) HAVING count(*) > 0"
    done | sort -u
}
raw_insertion() {
    local from raw=$WORK/raw.db
    rm -f "$raw"*
    sqlite3 "$store" .schema | grep -v sqlite_sequence | sqlite3 "$raw"
    from=$(now)
    { echo "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -65536; PRAGMA foreign_keys = OFF;"
      echo "ATTACH '$store' AS stored; BEGIN;"; insertions; echo "COMMIT;"; } | sqlite3 "$raw" >/dev/null
    since "$from"
    rm -f "$raw"*
}
least() { for _ in $(seq "$REPEAT"); do "$@"; done | sort -g | head -1; }

ours=$(least rebuilt)
grep -q '^{"equal":true' "$WORK/rebuilt"
raw=$(least raw_insertion)
number() { sed "s/.*\"$1\":\([0-9]*\).*/\1/" "$WORK/rebuilt"; }
awk -v n="rebuild of $(number records) records and $(number acts) acts, to raw insertion" -v o="$ours" -v p="$raw" \
    'BEGIN {printf "%s: %.1f s, %.1f s, %.2f, ≤ 3\n", n, o, p, o / p}' | tee -a "$WORK/lines"
alone "rebuild, peak memory" "$(awk '/Maximum resident/ {printf "%.0f", $NF / 1024}' "$WORK/memory") MiB" "bounded"
