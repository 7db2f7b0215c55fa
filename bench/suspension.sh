#!/bin/bash
# Bar 11: from the commit of an objection to every answer changed: on the node where it was filed no stale answer, on
# another node of the same store within a second, while both answer as many checks as they can. ROUNDS (100).
set -euo pipefail
. bench/lib.sh
postgres
XINHENG_TEST_POSTGRES=$PG python3 bench/suspension.py "${ROUNDS:-100}" "${CONNECTIONS:-16}" >"$WORK/suspension"
head -1 "$WORK/suspension"  # by kind
read -r stale p50 p99 < <(tail -1 "$WORK/suspension")
alone "suspension, stale answers at once on the same node and after a second on the other in ${ROUNDS:-100} objections" "$stale" "0"
alone "suspension on another node under full load, p99 (p50 $p50 s)" "$p99 s" "≤ 1 s"
