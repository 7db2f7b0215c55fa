#!/bin/bash
# stop.sh FOLDER: ends what start.sh began there, and removes it.
set -euo pipefail
folder=$(realpath -m "$1")
[ -e "$folder/data" ] || exit 0
data=$(cat "$folder/data")
for node in coordinator worker1 worker2; do
    [ ! -e "$data/$node/postmaster.pid" ] || "$(dirname "$0")/node.sh" "$folder" "$node" kill
done
case $data in */xinheng-citus-*) rm -rf "$data" ;; esac
rm -rf "$folder"
