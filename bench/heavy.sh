#!/bin/bash
# Heavy work beside checks: what a check takes alone, at RATE a second, and while the same server takes in a file of ROWS
# penalties, tells its reports again and again, and a command beside it rebuilds the store: from the file's first row to its last
# visible one, without a pause.
set -euo pipefail
. bench/lib.sh
ROWS=${ROWS:-1000000} RATE=${RATE:-1000} CONNECTIONS=32
SUBJECTS_FILED=${SUBJECTS_FILED:-200000}
table=$WORK/penalties-$ROWS.csv
beside=$WORK/heavy
export SUBJECTS=$WORK/subjects TOKEN ASKED_PATH=/v1/checks DELAY
DELAY=$(echo "$CONNECTIONS * 1000 / $RATE" | bc -l)
ask() { exec wrk -t2 -c$CONNECTIONS -d"${1}s" --latency -s bench/check.lua "http://127.0.0.1:$PORT" >"$WORK/asked"; }

if [ ! -e "$table" ]; then
    build/bench_tables penalties "$ROWS" "$SUBJECTS_FILED" >"$table.utf8"
    iconv -f UTF-8 -t GB18030 "$table.utf8" >"$table.part" && mv "$table.part" "$table"
    rm "$table.utf8"
fi
rm -rf "$beside"
mkdir "$beside"
build/xinheng init --store "$beside/store.db" --demo --quiet >/dev/null
sqlite3 "$beside/store.db" "SELECT substr(subject_key, 2) || '|' || name FROM subject
                             WHERE substr(subject_key, 1, 1) = 'O' LIMIT 2000" >"$SUBJECTS"
TOKEN=$(token "$beside/store.db.tokens" approval_system SD-SAMR)
clerk=$(token "$beside/store.db.tokens" clerk SD-SAMR)
printf 'Authorization: Bearer %s\n' "$clerk" >"$beside/header"
serve "$beside/store.db"

(ask 2) # warm
(ask "$SECONDS_EACH")
alone=$(p99 <"$WORK/asked")

curl -sf -X POST -T "$table" -H @"$beside/header" -H 'Content-Type: text/csv' -H 'Idempotency-Key: heavy-'"$(date +%s%N)" \
    "http://127.0.0.1:$PORT/v1/submissions?partial=true" >"$beside/filed" &
filing=$!
ask 36000 &
asking=$!
while kill -0 $filing 2>/dev/null; do
    for path in /data/regions.csv /data/industries.csv /figures/regions /data/penalties.csv; do
        curl -sf "http://127.0.0.1:$PORT$path" >/dev/null || true
    done
    sleep 0.2
done &
reports=$!
while kill -0 $filing 2>/dev/null; do
    build/xinheng rebuild --check --store "$beside/store.db" --json >>"$beside/rebuilt" || true
done &
rebuilds=$!
accepted=0
wait $filing || accepted=$?
kill -INT $asking # also where the file was refused: nobody asks on when the script has ended
wait $asking
[ $accepted = 0 ]
beside_it=$(p99 <"$WORK/asked")
wait $reports $rebuilds
grep -q '"complete":true' "$beside/filed" || grep -q '"accepted":[1-9]' "$beside/filed"
grep -q '"equal":true' "$beside/rebuilt"
echo "p99 of a check at $RATE/s beside a file of $ROWS rows, reports and a rebuild: $beside_it ms, $alone ms alone, \
$(echo "scale=2; $beside_it / $alone" | bc), ≤ 2" | tee -a "$WORK/lines"
