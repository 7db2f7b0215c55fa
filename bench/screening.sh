#!/bin/bash
# Bar 3: a CSV of codes into a CSV of answers, as one sealed look-up batch, by a server that may use one core; beside it
# sort | join against the exported list, and PostgreSQL's COPY in, join and COPY out, each on one core as well. The
# register holds SUBJECTS organisations of whom one in fifty is listed; the codes asked are all of them, shuffled.
set -euo pipefail
. bench/lib.sh
. bench/large.sh
SUBJECTS=${SUBJECTS:-1000000}
large_store "$SUBJECTS" 0 2
codes=$WORK/codes-$SUBJECTS.csv
if [ ! -e "$codes" ]; then
    { echo 统一社会信用代码; sqlite3 "$LARGE" "SELECT substr(subject_key, 2) FROM subject
        WHERE source_id = 'bench' ORDER BY random()"; } >"$codes.part"
    mv "$codes.part" "$codes"
fi
# The exported list: who is listed, and under what.
list=$WORK/list-$SUBJECTS.csv
sqlite3 -csv "$LARGE" "SELECT substr(subject_key, 2), group_concat(standard, ' ') FROM listing
    WHERE state = 'in_force' GROUP BY subject_key ORDER BY subject_key" | LC_ALL=C sort -t, -k1,1 >"$list"
TOKEN=$(token "$LARGE.tokens" approval_system SD-SAMR)

screened() {
    local from
    from=$(now)
    curl -sSf -X POST -H "Authorization: Bearer $TOKEN" -H 'Content-Type: text/csv' --data-binary "@$codes" -o "$WORK/answers.csv" \
        "http://127.0.0.1:$PORT/v1/screenings?matter=food_permit&purpose=approval&ground=sd_regulation_22&case=bench-1&officer=window-1"
    per_second "$SUBJECTS" "$(since "$from")"
}
joined() {
    local from
    from=$(now)
    tail -n +2 "$codes" | LC_ALL=C taskset -c 0 sort -t, -k1,1 | LC_ALL=C taskset -c 0 join -t, -a1 - "$list" >"$WORK/joined.csv"
    per_second "$SUBJECTS" "$(since "$from")"
}
in_postgres() {
    local from
    from=$(now)
    psql -q "$PG_SOCKET" -c "CREATE TEMP TABLE asked (code text)" -c "\copy asked FROM '$codes' (FORMAT csv, HEADER)" \
        -c "\copy (SELECT asked.code, listed.standards FROM asked LEFT JOIN listed USING (code)) TO '$WORK/postgres.csv' (FORMAT csv)" >/dev/null
    per_second "$SUBJECTS" "$(since "$from")"
}

serve "$LARGE"
taskset -a -p -c 0 $SERVER >/dev/null
screened >/dev/null # warm
ours=$(best screened)
stop
count=$(($(wc -l <"$codes") - 1))
[ "$(wc -l <"$WORK/answers.csv")" = $((count + 1)) ]
[ "$(grep -c ',read,yes,' "$WORK/answers.csv")" -ge $((count / 60)) ]
line "screening, to sort | join" "$ours" "$(best joined)" 500000
postgres
taskset -a -p -c 0 "$(head -1 "$(cat "$WORK/postgres/data")/cluster/postmaster.pid")" >/dev/null
psql -q "$PG_SOCKET" -c "CREATE TABLE listed (code text PRIMARY KEY, standards text)" \
    -c "\copy listed FROM '$list' (FORMAT csv)" -c "ANALYZE listed" >/dev/null
line "screening, to PostgreSQL" "$ours" "$(best in_postgres)" 500000
