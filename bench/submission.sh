#!/bin/bash
# Bar 4: ROWS rows of the national penalty table in GB18030, about organisations of whom SUBJECTS are registered, decoded,
# validated, matched, deduplicated and recorded with their act, by one command, start and end of the program included;
# beside it the raw insertion of the same rows (bench/raw_insert.cpp) and the raw COPY into a table with the same indexes.
# Also: the peak memory of the rows as CSV and as XLSX.
set -euo pipefail
. bench/lib.sh
ROWS=${ROWS:-1000000}
SUBJECTS=${SUBJECTS:-200000}
table=$WORK/penalties-$ROWS.csv
registrations=$WORK/registrations-$SUBJECTS.csv
base=$WORK/registered-$SUBJECTS.db

[ -e "$registrations" ] || { build/bench_tables registrations "$SUBJECTS" >"$registrations.part" && mv "$registrations.part" "$registrations"; }
if [ ! -e "$table" ]; then
    build/bench_tables penalties "$ROWS" "$SUBJECTS" >"$table.utf8"
    iconv -f UTF-8 -t GB18030 "$table.utf8" >"$table.part" && mv "$table.part" "$table"
fi
if [ ! -e "$base" ]; then
    rm -rf "$WORK"/base-part.db*
    build/xinheng init --store "$WORK/base-part.db" --demo --quiet >/dev/null
    build/xinheng submit "$registrations" --store "$WORK/base-part.db" --as SD-SAMR --quiet >/dev/null
    for file in "$WORK"/base-part.db*; do mv "$file" "$base${file#"$WORK/base-part.db"}"; done
fi
fresh() {
    rm -rf "$WORK"/filed.db*
    for file in "$base"*; do cp -r "$file" "$WORK/filed.db${file#"$base"}"; done
}

# submitted FILE STORE: rows a second; how it went and what it took stand in $WORK/submitted and $WORK/memory.
submitted() {
    /usr/bin/time -v -o "$WORK/memory" build/xinheng submit "$1" --store "$2" --as SD-SAMR --json --quiet >"$WORK/submitted"
    grep -q '"complete":true' "$WORK/submitted"
    per_second "$ROWS" "$(awk '/Elapsed/ {n = split($NF, t, ":"); s = 0; for (i = 1; i <= n; ++i) s = s * 60 + t[i]; print s}' "$WORK/memory")"
}
on_sqlite() { fresh && submitted "$1" "$WORK/filed.db"; }
memory() { echo "$(awk '/Maximum resident/ {printf "%.0f", $NF / 1024}' "$WORK/memory") MiB"; }
raw_insertion() {
    rm -f "$WORK"/raw.db*
    build/bench_raw_insert "$WORK/filed.db" "$accepted" "$WORK/raw.db"
}

best_ours=0 best_raw=0
for _ in $(seq "$REPEAT"); do
    ours=$(on_sqlite "$table")
    accepted=$(sed 's/.*"accepted":\([0-9]*\).*/\1/' "$WORK/submitted")
    raw=$(raw_insertion)
    [ "$ours" -le "$best_ours" ] || best_ours=$ours
    [ "$raw" -le "$best_raw" ] || best_raw=$raw
done
line "submission on SQLite, to raw insertion" "$best_ours" "$best_raw" 0.5
alone "submission, peak memory of $ROWS rows as CSV" "$(memory)" "bounded"
rm -f "$WORK"/raw.db*

if [ -z "${NO_XLSX:-}" ]; then
    [ -e "$WORK/penalties-$ROWS.xlsx" ] || { build/bench_tables xlsx "$table" "$WORK/part.xlsx" && mv "$WORK/part.xlsx" "$WORK/penalties-$ROWS.xlsx"; }
    as_xlsx=$(on_sqlite "$WORK/penalties-$ROWS.xlsx")
    alone "submission, peak memory of $ROWS rows as XLSX ($as_xlsx rows/s)" "$(memory)" "bounded"
fi

postgres
export XINHENG_HOME=$PWD/$WORK/postgres-home
rm -rf "$XINHENG_HOME"
build/xinheng init --store "$PG" --demo --quiet >/dev/null
build/xinheng submit "$registrations" --store "$PG" --as SD-SAMR --quiet >/dev/null
psql -q "$PG_SOCKET dbname=template1" -c "CREATE DATABASE base TEMPLATE postgres" 2>/dev/null
best_ours=0 best_raw=0
for _ in $(seq "$REPEAT"); do
    psql -q "$PG_SOCKET dbname=template1" -c "DROP DATABASE postgres" -c "CREATE DATABASE postgres TEMPLATE base" -c "CHECKPOINT"
    ours=$(submitted "$table" "$PG")
    submission=$(sed 's/.*"submission":"\([^"]*\)".*/\1/' "$WORK/submitted")
    psql -q "$PG_SOCKET" -c "\copy (SELECT * FROM record WHERE submission_id = '$submission' ORDER BY row_number) TO '$WORK/rows.copy'" \
        -c "CREATE TABLE raw (LIKE record INCLUDING ALL)" -c "CHECKPOINT" >/dev/null
    from=$(now)
    psql -q "$PG_SOCKET" -c "\copy raw FROM '$WORK/rows.copy'" >/dev/null
    raw=$(per_second "$(wc -l <"$WORK/rows.copy")" "$(since "$from")")
    [ "$ours" -le "$best_ours" ] || best_ours=$ours
    [ "$raw" -le "$best_raw" ] || best_raw=$raw
done
line "submission on PostgreSQL, to raw COPY" "$best_ours" "$best_raw" 0.7
