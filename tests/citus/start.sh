#!/bin/bash
# start.sh FOLDER: a private Citus cluster on free loopback ports, one coordinator and two workers;
# FOLDER/url (0600) says where. Ends with 77 where the extension is not installed.
#
# The data lie in a temporary directory of their own, as those of tests/postgres/start.sh do.
# node.sh kills and starts one node; stop.sh ends all and removes them. XINHENG_TEST_FSYNC=on for
# tests of durability.
set -euo pipefail
folder=$(realpath -m "$1")
here=$(realpath "$(dirname "$0")")
bin=
for control in /usr/share/postgresql/*/extension/citus.control; do
    version=${control#/usr/share/postgresql/}
    [ ! -x "/usr/lib/postgresql/${version%%/*}/bin/postgres" ] || bin=/usr/lib/postgresql/${version%%/*}/bin
done
[ -n "$bin" ] || { echo "skipped: the extension citus is not installed for any PostgreSQL"; exit 77; }

"$here/stop.sh" "$folder"
mkdir -p "$folder"
data=$(mktemp -d "${TMPDIR:-/tmp}/xinheng-citus-XXXXXX")
as=()
if [ "$(id -u)" = 0 ]; then
    user=postgres
    id "$user" >/dev/null 2>&1 || user=nobody
    as=(setpriv --reuid="$user" --regid="$(id -g "$user")" --clear-groups)
    chown "$user" "$data"
fi
echo "$bin" >"$folder/bin"
echo "$data" >"$folder/data"
cd "$data"

password=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
(umask 077; echo "$password" >password; echo "*:*:*:xinheng:$password" >passwords)
[ "$(id -u)" != 0 ] || chown "$user" password passwords

# Nothing is told to anybody outside; no TLS between nodes of one machine.
fsync=${XINHENG_TEST_FSYNC:-off}
settings="listen_addresses = '127.0.0.1'
unix_socket_directories = '$data'
fsync = $fsync
full_page_writes = $fsync
synchronous_commit = on
max_connections = 200
max_prepared_transactions = 200
max_worker_processes = 32
max_locks_per_transaction = 512
wal_level = logical
shared_preload_libraries = 'citus'
citus.enable_statistics_collection = off
citus.node_conninfo = 'sslmode=prefer'
citus.shard_count = ${XINHENG_TEST_SHARDS:-4}"

declare -A port
for node in coordinator worker1 worker2; do
    "${as[@]}" "$bin/initdb" -D "$data/$node" -U xinheng --pwfile="$data/password" \
        --auth=scram-sha-256 --encoding=UTF8 --locale=C.UTF-8 --no-sync >"$node.initdb.log"
    port[$node]=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
    echo "$settings"$'\n'"port = ${port[$node]}" >>"$node/postgresql.conf"
    "$here/node.sh" "$folder" "$node" start || { cat "$node.log"; exit 1; }
done

at() { PGPASSFILE=$data/passwords psql -X -q -v ON_ERROR_STOP=1 -h 127.0.0.1 -p "${port[$1]}" -U xinheng -d postgres -c "$2" >/dev/null; }
for node in coordinator worker1 worker2; do at "$node" "CREATE EXTENSION citus"; done
at coordinator "SELECT citus_set_coordinator_host('127.0.0.1', ${port[coordinator]})"
for node in worker1 worker2; do at coordinator "SELECT citus_add_node('127.0.0.1', ${port[$node]})"; done
(umask 077; echo "postgresql://xinheng:$password@127.0.0.1:${port[coordinator]}/postgres" >"$folder/url")
