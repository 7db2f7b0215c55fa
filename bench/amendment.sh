#!/bin/bash
# An amendment of the catalogue that touches SUBJECTS (100000): the seconds of its dry run with all its lines, and that
# the day itself comes to the same lines.
set -euo pipefail
. bench/lib.sh
rm -rf "$WORK/amendment"
mkdir -p "$WORK/amendment"
build/bench_amendment "$WORK/amendment/register.db" "${SUBJECTS:-100000}" >"$WORK/amendment/told"
cat "$WORK/amendment/told"
seconds=$(sed -n 's/^dry run with .* seconds: //p' "$WORK/amendment/told")
alone "amendment that touches ${SUBJECTS:-100000} subjects, dry run with its lines" "$seconds s" "≤ 5 s"
rm -rf "$WORK/amendment"
