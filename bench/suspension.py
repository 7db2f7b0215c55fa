"""Bar 11: from the commit of an objection to every answer changed, with both nodes under load.

    bench/suspension.py ROUNDS CONNECTIONS    prints stale answers, and p50 and p99 in seconds

On the lines before: how many answers were asked for, and which kinds were stale how often, on the
node of the objection from its commit on and on the other one a second later.
"""

import os
import pathlib
import subprocess
import sys

sys.path.insert(0, "tests/system")
from two_nodes import Pair, suspensions

rounds, connections = int(sys.argv[1]), sys.argv[2]
pair = Pair()
subjects = pathlib.Path(pair.first.folder.name, "subjects")
rows = pair.first.rows("SELECT substr(subject_key, 2) || '|' || name FROM subject "
                       "WHERE substr(subject_key, 1, 1) = 'O' LIMIT 2000")
subjects.write_text("\n".join(rows) + "\n", encoding="utf-8")
environment = {**os.environ, "TOKEN": pair.counter, "SUBJECTS": str(subjects),
               "ASKED_PATH": "/v1/checks"}
load = [subprocess.Popen(["wrk", "-t1", f"-c{connections}", "-d600s", "-s", "bench/check.lua",
                          f"http://127.0.0.1:{node.port}"], env=environment,
                         stdout=subprocess.DEVNULL) for node in (pair.first, pair.second)]
try:
    found = suspensions(pair, rounds)
finally:
    for each in load:
        each.terminate()
    pair.first.stop()
    pair.second.stop()
print(f"asked {found.asked}; stale here {dict(found.here)}; stale there {dict(found.there)}")
stale = found.here.total() + found.there.total()
print(stale, f"{found.taken[len(found.taken) // 2]:.3f}",
      f"{found.taken[int(len(found.taken) * 0.99)]:.3f}")
