#!/bin/bash
# start.sh FOLDER: a private PostgreSQL on a free loopback port; FOLDER/url (0600) says where.
#
# Its data lie in a temporary directory of their own, since initdb refuses root and the user who
# then runs it may not enter FOLDER. stop.sh ends it and removes all. With XINHENG_TEST_POSTGRES
# set, the tests use that one and nothing is started. XINHENG_TEST_FSYNC=on for tests of durability.
set -euo pipefail
[ -z "${XINHENG_TEST_POSTGRES:-}" ] || exit 0
folder=$(realpath -m "$1")
"$(dirname "$0")/stop.sh" "$folder"
mkdir -p "$folder"
bin=$(dirname "$(command -v pg_ctl || ls /usr/lib/postgresql/*/bin/pg_ctl | sort -V | tail -1)")
[ -x "$bin/postgres" ] || bin=$(ls -d /usr/lib/postgresql/*/bin | sort -V | tail -1)
data=$(mktemp -d "${TMPDIR:-/tmp}/xinheng-postgres-XXXXXX")
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
(umask 077; echo "$password" >"$data/password")
[ "$(id -u)" != 0 ] || chown "$user" "$data/password"
"${as[@]}" "$bin/initdb" -D "$data/cluster" -U xinheng --pwfile="$data/password" \
    --auth=md5 --encoding=UTF8 --locale=C.UTF-8 --no-sync >"$data/initdb.log"

for attempt in 1 2 3; do
    port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
    fsync=${XINHENG_TEST_FSYNC:-off}
    options="-c listen_addresses=127.0.0.1 -c port=$port -c unix_socket_directories=$data
        -c fsync=$fsync -c synchronous_commit=on -c full_page_writes=$fsync -c max_connections=100"
    "${as[@]}" "$bin/pg_ctl" -D "$data/cluster" -l "$data/log" -o "${options//$'\n'/ }" -w start >/dev/null && break
    [ "$attempt" != 3 ] || { cat "$data/log"; exit 1; }
done
(umask 077; echo "postgresql://xinheng:$password@127.0.0.1:$port/postgres" >"$folder/url")
