#!/bin/bash
# Runs the bars with their peers and prints "name: ours, peer, ratio, bar" for each: bench/run.sh [BAR …]
set -euo pipefail
cd "$(dirname "$0")/.."
export WORK=${WORK:-build/bench}
mkdir -p "$WORK"
for bar in "${@:-check submission duties start screening}"; do
    for each in $bar; do "bench/$each.sh"; done
done
