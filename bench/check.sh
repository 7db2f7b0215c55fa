#!/bin/bash
# Bar 1: the check over HTTP, its look-up durable before the answer leaves, beside the same server's fixed
# reply and beside PostgreSQL doing one SELECT and one durable INSERT (pgbench, prepared, best of several clients).
set -euo pipefail
. bench/lib.sh
SECONDS_EACH=${SECONDS_EACH:-8}
demonstration
subjects
serve
TOKEN=$(token approval_system SD-SAMR)
export TOKEN SUBJECTS=$WORK/subjects
ask() { ASKED_PATH=$1 wrk -t2 -c64 -d"${SECONDS_EACH}s" --latency -s bench/check.lua "http://127.0.0.1:$PORT"; }

ask /v1/checks >/dev/null # warm
ask /v1/checks >"$WORK/check"
ask /v1/bench/fixed >"$WORK/fixed"
grep -h -E 'Non-2xx|Latency Distribution|99%' "$WORK/check" || true
kill $SERVER && wait $SERVER 2>/dev/null || true

tests/postgres/start.sh "$WORK/postgres" >/dev/null
trap 'tests/postgres/stop.sh "$WORK/postgres" >/dev/null' EXIT
PSQL_URL=$(cat "$WORK/postgres/url")
psql -q "$PSQL_URL" -c "DROP TABLE IF EXISTS subject, looked;
    CREATE TABLE subject (code text PRIMARY KEY, name text);
    CREATE TABLE looked (id bigserial PRIMARY KEY, code text, reason text, at timestamptz);
    INSERT INTO subject SELECT 'S' || n, 'name ' || n FROM generate_series(1, 20000) n; ANALYZE;"
printf '%s\n' '\set n random(1, 20000)' "SELECT name FROM subject WHERE code = 'S' || :n;" \
    "INSERT INTO looked (code, reason, at) VALUES ('S' || :n, 'approval', now());" >"$WORK/peer.sql"
best=0
for clients in 1 4 16 64; do
    tps=$(pgbench -n -M prepared -c $clients -j 2 -T "$((SECONDS_EACH / 2))" -f "$WORK/peer.sql" "$PSQL_URL" 2>/dev/null |
        awk '/^tps/ {printf "%d", $3}')
    [ "$tps" -gt "$best" ] && best=$tps
done
line "check, to the fixed reply" "$(rate <"$WORK/check")" "$(rate <"$WORK/fixed")" "0.6"
line "check, to PostgreSQL" "$(rate <"$WORK/check")" "$best" "3"
