#!/bin/bash
# Bars 1 and 2: the check over HTTP, its look-up durable before the answer leaves, with the store in SQLite and in
# PostgreSQL; beside it the same server's fixed reply, and PostgreSQL doing one SELECT and one durable INSERT (pgbench,
# prepared, through a Unix socket). Each side has the best of several numbers of connections: how many it takes to fill a
# commit depends on how long the disk takes to sync. "p99 at half load": the connections with which the check did best
# wait at random between their requests, so long that half the requests come that came before.
set -euo pipefail
. bench/lib.sh
CONNECTIONS=${CONNECTIONS:-64 256 512}
ask() { ASKED_PATH=$1 DELAY=${DELAY:-0} wrk -t2 -c${CONNECTION:-64} -d"${SECONDS_EACH}s" --latency -s bench/check.lua "http://127.0.0.1:$PORT"; }
rate() { awk '/Requests\/sec/ {r = $2} /Non-2xx|Socket errors/ {bad = 1} END {print bad ? 0 : r}'; }
# "12.3" milliseconds

# The two paths back to back, in turns.
measure() {
    local name=$1 rate_now connection lowest=999999 latency half=0
    best_check=0 best_fixed=0
    ask /v1/checks >/dev/null # warm
    for _ in $(seq "$REPEAT"); do
        for CONNECTION in $CONNECTIONS; do
            rate_now=$(ask /v1/checks | rate)
            [ "$(echo "$rate_now > $best_check" | bc)" = 0 ] || best_check=$rate_now connection=$CONNECTION
            rate_now=$(ask /v1/bench/fixed | rate)
            [ "$(echo "$rate_now > $best_fixed" | bc)" = 0 ] || best_fixed=$rate_now
        done
    done
    line "$name, to the fixed reply ($connection connections)" "$best_check" "$best_fixed" "$2"
    CONNECTION=$connection
    for _ in $(seq "$REPEAT"); do
        DELAY=$(echo "$CONNECTION * 1000 / ($best_check / 2)" | bc -l) ask /v1/checks >"$WORK/half"
        latency=$(p99 <"$WORK/half")
        [ "$(echo "$latency >= $lowest" | bc)" = 1 ] || lowest=$latency half=$(rate <"$WORK/half")
    done
    alone "$name, p99 at half load ($half/s, $CONNECTION connections)" "$lowest ms" "≤ 10 ms"
}

peer() {
    psql -q "$PG_SOCKET" -c "DROP TABLE IF EXISTS peer_subject, peer_looked;
        CREATE TABLE peer_subject (code text PRIMARY KEY, name text);
        CREATE TABLE peer_looked (id bigserial PRIMARY KEY, code text, reason text, at timestamptz);
        INSERT INTO peer_subject SELECT 'S' || n, 'name ' || n FROM generate_series(1, 20000) n; ANALYZE;" 2>/dev/null
    printf '%s\n' '\set n random(1, 20000)' "SELECT name FROM peer_subject WHERE code = 'S' || :n;" \
        "INSERT INTO peer_looked (code, reason, at) VALUES ('S' || :n, 'approval', now());" >"$WORK/peer.sql"
    for clients in 1 4 16 32 64 90; do
        pgbench -n -M prepared -c $clients -j 2 -T "$((SECONDS_EACH / 2))" -f "$WORK/peer.sql" "$PG_SOCKET" 2>/dev/null |
            awk '/^tps/ {printf "%d\n", $3}'
    done
}

export SUBJECTS=$WORK/subjects TOKEN
demonstration
sqlite3 "$STORE" "SELECT substr(subject_key, 2) || '|' || name FROM subject
                   WHERE substr(subject_key, 1, 1) = 'O' LIMIT 2000" >"$SUBJECTS"
TOKEN=$(token "$STORE.tokens" approval_system SD-SAMR)
serve
measure "check on SQLite" 0.6
stop
check_on_sqlite=$best_check

postgres
peer_rate=$(best peer)
line "check on SQLite, to PostgreSQL" "$check_on_sqlite" "$peer_rate" 3

export XINHENG_HOME=$PWD/$WORK/postgres-home
rm -rf "$XINHENG_HOME"
build/xinheng init --store "$PG" --demo --quiet >/dev/null
psql -qAt "$PG_SOCKET" -c "SELECT substr(subject_key, 2) || '|' || name FROM subject
                            WHERE substr(subject_key, 1, 1) = 'O' LIMIT 2000" >"$SUBJECTS"
TOKEN=$(token "$XINHENG_HOME/store.tokens" approval_system SD-SAMR)
serve "$PG"
measure "check on PostgreSQL" "(0.6)"
line "check on PostgreSQL, to PostgreSQL" "$best_check" "$peer_rate" 2
