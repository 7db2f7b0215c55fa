#!/bin/bash
# Bar 9: what the register holds in memory while it serves SUBJECTS (1000000) organisations, RECORDS (5000000) records and
# LISTED (30) of a hundred listed: after every name can be found and SECONDS_EACH seconds of checks of random subjects.
# What the kernel keeps of files that are read without being mapped is not the program's and is not in it.
set -euo pipefail
. bench/lib.sh
. bench/large.sh
SUBJECTS=${SUBJECTS:-1000000} RECORDS=${RECORDS:-5000000} LISTED=${LISTED:-30}
large_store "$SUBJECTS" "$RECORDS" "$LISTED"
asked_subjects "$LARGE" 50000
serve "$LARGE"
all_names "$SUBJECTS"
SUBJECTS=$ASKED ASKED_PATH=/v1/checks wrk -t1 -c32 -d"${SECONDS_EACH}s" -s bench/check.lua "http://127.0.0.1:$PORT" >"$WORK/asked"
if grep -e Non-2xx -e 'Socket errors' "$WORK/asked"; then exit 1; fi
listed=$(sqlite3 "$LARGE" "SELECT count(*) FROM listing WHERE state = 'in_force'")
alone "memory while serving $SUBJECTS subjects, $RECORDS records, $listed listings ($(resident RssFile) MB of it files mapped)" \
    "$(resident VmRSS) MB" "≤ 500 MB"
