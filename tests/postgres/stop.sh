#!/bin/bash
# stop.sh FOLDER: ends what start.sh began there, and removes it.
set -euo pipefail
folder=$(realpath -m "$1")
[ -e "$folder/data" ] || exit 0
data=$(cat "$folder/data")
bin=$(cat "$folder/bin")
rm -f "$folder/url"
if [ -e "$data/cluster/postmaster.pid" ]; then
    as=()
    if [ "$(id -u)" = 0 ]; then
        as=(setpriv --reuid="$(stat -c %u "$data")" --regid="$(stat -c %g "$data/cluster")" --clear-groups)
    fi
    (cd "$data" && "${as[@]}" "$bin/pg_ctl" -D "$data/cluster" -m immediate -w stop >/dev/null) || true
fi
case $data in */xinheng-postgres-*) rm -rf "$data" ;; esac
rm -rf "$folder"
