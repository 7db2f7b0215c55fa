#!/bin/bash
# Bar 8: from nothing at all, and from a large store, to the first answered check over HTTP. SUBJECTS and RECORDS say how
# large; the bar is meant for SUBJECTS=5000000 RECORDS=10000000, which takes long to make.
set -euo pipefail
. bench/lib.sh
. bench/large.sh
SUBJECTS=${SUBJECTS:-1000000}
RECORDS=${RECORDS:-2000000}

# Asks until it is answered.
first_answer() {
    local body='{"identifier":"'$2'","name":"示例有限公司","matter":"food_permit","purpose":"approval","ground":"sd_regulation_22","case":"bench-1","officer":"window-1"}'
    for _ in $(seq 3000); do
        curl -sf -H "Authorization: Bearer $1" -H 'Content-Type: application/json' -d "$body" \
            "http://127.0.0.1:$PORT/v1/checks" >"$WORK/first" 2>/dev/null && grep -q receipt "$WORK/first" && return
        sleep 0.01
    done
    exit 1
}
started() {
    local from
    from=$(now)
    build/xinheng serve --store "$1" --listen "127.0.0.1:$PORT" >"$WORK/server.out" 2>&1 &
    SERVER=$!
    first_answer "$2" "$3"
    since "$from"
    stop
}
# A register is made, its credit office opens an account for an approval system, which asks.
from_nothing() {
    local store=$WORK/nothing.db from office answer
    rm -rf "$store"*
    from=$(now)
    build/xinheng init --store "$store" --quiet >/dev/null
    build/xinheng serve --store "$store" --listen "127.0.0.1:$PORT" >"$WORK/server.out" 2>&1 &
    SERVER=$!
    office=$(token "$store.tokens" credit_office SD-DRC)
    for _ in $(seq 3000); do
        answer=$(curl -sf -H "Authorization: Bearer $office" -H 'Content-Type: application/json' -H "Idempotency-Key: bench-$RANDOM-$RANDOM" \
            -d '{"account":"window","role":"approval_system","authority":"SD-SAMR","password":"bench-only-0000"}' \
            "http://127.0.0.1:$PORT/v1/accounts" 2>/dev/null) && break
        sleep 0.01
    done
    answer=$(curl -sSf -H "Authorization: Bearer $office" -H 'Content-Type: application/json' -H "Idempotency-Key: bench-$RANDOM-$RANDOM" \
        -d '{"account":"window","functions":["checking"],"ends_on":"'"$(date -d '+30 days' +%F)"'"}' "http://127.0.0.1:$PORT/v1/tokens")
    first_answer "$(echo "$answer" | sed 's/.*"secret":"\([^"]*\)".*/\1/')" 91370200264574251E
    since "$from"
    stop
}
least() { for _ in $(seq "$REPEAT"); do "$@"; done | sort -g | head -1; }

alone "start, from nothing to the first answered check" "$(printf %.2f "$(least from_nothing)") s" "≤ 2 s"
demonstration
code=$(sqlite3 "$STORE" "SELECT substr(subject_key, 2) FROM subject WHERE subject_key LIKE 'O91%' LIMIT 1")
alone "start, the demonstration" "$(printf %.2f "$(least started "$STORE" "$(token "$STORE.tokens" approval_system SD-SAMR)" "$code")") s" "≤ 2 s"
large_store "$SUBJECTS" "$RECORDS" 2
alone "start, $SUBJECTS subjects, $RECORDS records" \
    "$(printf %.2f "$(least started "$LARGE" "$(token "$LARGE.tokens" approval_system SD-SAMR)" "$code")") s" "≤ 10 s"
