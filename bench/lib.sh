# What the bars share: a demonstration store, a server in front of it, a private PostgreSQL, and how a
# figure is told. Every server and folder that is begun here is ended and removed when the script ends.
STORE=$WORK/demo.db
PORT=${PORT:-18080}
SECONDS_EACH=${SECONDS_EACH:-8}
REPEAT=${REPEAT:-3}
QUESTION=(--matter food_permit --purpose approval --ground sd_regulation_22 --case bench-1 --officer window-1)
SERVER=

ended() {
    stop
    [ ! -e "$WORK/postgres/data" ] || tests/postgres/stop.sh "$WORK/postgres" >/dev/null
}
trap ended EXIT

demonstration() {
    [ -e "$STORE" ] || build/xinheng init --store "$STORE" --demo --quiet >/dev/null
}

# serve [STORE]: on $PORT, with the fixed reply.
serve() {
    build/xinheng serve --store "${1:-$STORE}" --listen "127.0.0.1:$PORT" --measured >"$WORK/server.out" 2>&1 &
    SERVER=$!
    for _ in $(seq 600); do
        curl -sf "http://127.0.0.1:$PORT/livez" >/dev/null 2>&1 && return
        sleep 0.05
    done
    cat "$WORK/server.out"
    exit 1
}

stop() {
    [ -n "$SERVER" ] || return 0
    kill "$SERVER" 2>/dev/null && wait "$SERVER" 2>/dev/null || true
    SERVER=
}

# postgres: with fsync, so that what it says it recorded is on the disk. PG is its address; PG_SOCKET the
# same through its Unix socket, for peers that should not pay for TCP.
postgres() {
    XINHENG_TEST_FSYNC=on tests/postgres/start.sh "$WORK/postgres" >/dev/null
    PG=$(cat "$WORK/postgres/url")
    local rest=${PG#postgresql://xinheng:}
    export PGPASSWORD=${rest%%@*}
    local port=${rest##*:}
    PG_SOCKET="host=$(cat "$WORK/postgres/data") port=${port%%/*} user=xinheng dbname=postgres"
    psql -q "$PG_SOCKET" -c "ALTER SYSTEM SET max_wal_size = '8GB'" -c "ALTER SYSTEM SET shared_buffers = '512MB'" \
        -c "SELECT pg_reload_conf()" >/dev/null
}

# token FILE ROLE OFFICE
token() { awk -v role="$2" -v office="$3" '$1 == role && $2 == office {print $4; exit}' "$1"; }

now() { date +%s.%N; }
since() { echo "$(now) - $1" | bc; }
per_second() { echo "$1 / $2" | bc; }

# best COMMAND …: the largest figure that it prints in $REPEAT runs. The machine may be shared: what
# slows a run down is not the program, so each side has its best.
best() {
    for _ in $(seq "$REPEAT"); do "$@"; done | sort -g | tail -1
}

# p99: of what wrk says on the standard input, in milliseconds; fails where an answer was a refusal. The line of the mean may hold a
# percentage that ends alike.
p99() {
    awk '$1 == "99%" {v = $2; if (v ~ /us$/) v = v / 1000; else if (v ~ /[0-9]s$/) v = v * 1000; printf "%.2f", v}
         /Non-2xx|Socket errors/ {exit 1}'
}

# name, ours, peer, bar: the ratio is ours to peer.
line() {
    awk -v n="$1" -v o="$2" -v p="$3" -v b="$4" 'BEGIN {printf "%s: %.0f, %.0f, %.2f, %s\n", n, o, p, o / p, b}' |
        tee -a "$WORK/lines"
}
# name, figure, bar: where there is no peer.
alone() { echo "$1: $2, –, –, $3" | tee -a "$WORK/lines"; }
