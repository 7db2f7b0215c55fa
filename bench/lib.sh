# What the bars share: a demonstration store, a server in front of it, a private PostgreSQL.
STORE=$WORK/demo.db
PORT=${PORT:-18080}

demonstration() {
    [ -e "$STORE" ] || build/xinheng init --store "$STORE" --demo --quiet
}

serve() {
    build/xinheng serve --store "$STORE" --listen "127.0.0.1:$PORT" --measured >"$WORK/server.out" 2>&1 &
    SERVER=$!
    trap 'kill $SERVER 2>/dev/null; wait $SERVER 2>/dev/null || true' EXIT
    for _ in $(seq 300); do
        curl -sf "http://127.0.0.1:$PORT/livez" >/dev/null 2>&1 && return
        sleep 0.05
    done
    cat "$WORK/server.out"; exit 1
}

token() { awk -v role="$1" -v office="$2" '$1 == role && $2 == office {print $4; exit}' "$STORE.tokens"; }
subjects() {
    sqlite3 "$STORE" "SELECT substr(subject_key, 2) || '|' || name FROM subject
                       WHERE substr(subject_key, 1, 1) = 'O' LIMIT 2000" >"$WORK/subjects"
}

# name, ours, peer, bar: the ratio is ours to peer.
line() { awk -v n="$1" -v o="$2" -v p="$3" -v b="$4" 'BEGIN {printf "%s: %.0f, %.0f, %.2f, %s\n", n, o, p, o / p, b}'; }
rate() { awk '/Requests\/sec/ {print $2}'; }
