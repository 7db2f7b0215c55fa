#!/bin/bash
# Runs the bars with their peers, prints "name: ours, peer, ratio, bar" for each, and after all of them writes the table
# to WORK/RESULTS.md. bench/RESULTS.md is kept by hand: what is newer there is taken from here, with commit and command.
#
#     bench/run.sh [check] [submission] [duties] [start] [screening] [clocks] [suspension] [pages] [search] [amendment]
#         [rebuild] [memory] [log] [growth] [heavy]     all of them: make bench
#
# WORK (build/bench) holds stores and files, which a second run uses again; PORT (18080), REPEAT (3 runs, the best of which
# counts), SECONDS_EACH (8). ROWS, SUBJECTS and RECORDS make a run smaller or larger: see each script. Needs some 20 GB.
set -euo pipefail
cd "$(dirname "$0")/.."
export WORK=${WORK:-build/bench}
mkdir -p "$WORK"
rm -f "$WORK/lines"
for bar in "${@:-check submission duties start screening clocks suspension pages search amendment rebuild memory log growth heavy}"; do
    for each in $bar; do "bench/$each.sh"; done
done
[ $# = 0 ] || exit 0

# A disk that syncs slowly decides what waits for it.
sync_time=$(python3 - "$WORK/sync" <<'PYTHON'
import os, sys, time
times = []
with open(sys.argv[1], "wb") as file:
    for _ in range(300):
        file.write(b"x" * 4096)
        file.flush()
        start = time.perf_counter()
        os.fdatasync(file.fileno())
        times.append((time.perf_counter() - start) * 1000)
os.remove(sys.argv[1])
times.sort()
print(f"p50 {times[150]:.2f} ms, p99 {times[297]:.2f} ms")
PYTHON
)
{
    echo "# Results"
    echo
    echo "\`make bench\` on $(date -u +%F): $(git describe --always --dirty), $(. /etc/os-release && echo "$PRETTY_NAME"), $(g++ --version | head -1),"
    echo "SQLite $(sqlite3 --version | cut -d' ' -f1), $(psql --version), $(nproc) cores ($(sed -n 's/^model name.*: //p' /proc/cpuinfo | head -1)); fdatasync of 4 KiB $sync_time;"
    echo "load average before the end $(cut -d' ' -f1-3 /proc/loadavg). Each side has the best of $((${REPEAT:-3})) runs. The load generator and PostgreSQL run on the same"
    echo "machine as the register."
    echo
    echo "| bar | ours | peer | ratio | wanted |"
    echo "|---|---|---|---|---|"
    awk -F': ' '{name = $1; for (i = 2; i < NF; ++i) name = name ": " $i; split($NF, f, ", "); print "| " name " | " f[1] " | " f[2] " | " f[3] " | " f[4] " |"}' "$WORK/lines"
} >"$WORK/RESULTS.md"
echo "all of it: $WORK/RESULTS.md"
