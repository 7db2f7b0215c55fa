#!/bin/bash
# node.sh FOLDER NODE start|kill: one PostgreSQL of the cluster that start.sh began in FOLDER.
#
# kill is SIGKILL for all of its processes at once, as when the machine under it is gone.
set -euo pipefail
folder=$(realpath -m "$1")
node=$2
data=$(cat "$folder/data")
bin=$(cat "$folder/bin")
as=()
[ "$(id -u)" != 0 ] ||
    as=(setpriv --reuid="$(stat -c %u "$data")" --regid="$(stat -c %g "$data/$node")" --clear-groups)
cd "$data"
case $3 in
    start)
        rm -f "$node/postmaster.pid"
        PGPASSFILE=$data/passwords "${as[@]}" "$bin/pg_ctl" -D "$node" -l "$node.log" -w start >/dev/null
        ;;
    kill)
        postmaster=$(head -1 "$node/postmaster.pid")
        kill -STOP "$postmaster"
        children=$(pgrep -P "$postmaster" || true)
        # shellcheck disable=SC2086
        kill -KILL "$postmaster" $children 2>/dev/null || true
        while kill -0 "$postmaster" 2>/dev/null; do sleep 0.05; done
        ;;
esac
