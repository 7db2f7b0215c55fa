"""The clerk doubts a clock that leapt since the last act, or went back behind it, and says so; it
believes a leap when the operator says that the time is right."""

import http.client
import json
import pathlib
import sqlite3
import subprocess
import tempfile
import time

from running import PROGRAM, expect, free_port

DAY = 24 * 3600 * 1000
folder = tempfile.TemporaryDirectory()
store = str(pathlib.Path(folder.name, "register.db"))
made = subprocess.run([PROGRAM, "init", "--store", store], capture_output=True, text=True,
                      check=False)
expect(made.returncode == 0, f"no register was made: {made.stderr}")
with sqlite3.connect(store) as database:
    recorded = database.execute("SELECT MAX(recorded_at) FROM act").fetchone()[0]
database.close()


def readiness(port: int) -> tuple[int, dict]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request("GET", "/readyz")
    answer = connection.getresponse()
    return answer.status, json.loads(answer.read())


def doubts(recorded_at: int, *options: str) -> set[str]:
    """What a server finds wrong that starts when the last act is of this moment."""
    with sqlite3.connect(store) as changed:
        changed.execute("UPDATE act SET recorded_at = ?", (recorded_at,))
    changed.close()
    port = free_port()
    server = subprocess.Popen([PROGRAM, "serve", "--store", store, "--listen", f"127.0.0.1:{port}",
                               *options], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    until, found = time.monotonic() + 20, None
    try:
        # The clerk has had its first look when it is told well or unwell for three seconds.
        steady = time.monotonic()
        while time.monotonic() < until and (found is None or time.monotonic() < steady + 3):
            try:
                _, told = readiness(port)
            except OSError:
                time.sleep(0.05)
                continue
            now = {fault["word"] for check in told["checks"] if check["name"] == "clerk"
                   for fault in check["faults"]}
            if now != found:
                found, steady = now, time.monotonic()
            time.sleep(0.1)
    finally:
        server.terminate()
        server.wait()
    expect(found is not None, "the server did not start")
    return {word for word in found if word.startswith("desk.clock_")}


expect(doubts(recorded) == set(), "a clock that is right is doubted")
expect(doubts(recorded - 15 * DAY) == set(), "a pause of fifteen days is doubted")
expect(doubts(recorded - 17 * DAY) == {"desk.clock_leapt"}, "a leap of seventeen days is not told")
expect(doubts(recorded - 17 * DAY, "--time-is-right") == set(), "the operator is not believed")
expect(doubts(recorded + DAY // 24 * 5) == set(), "five hours back are doubted")
back = doubts(recorded + DAY // 24 * 7)
expect("desk.clock_went_back" in back, f"seven hours back are not told: {back}")
print("a leap over 16 days and a step back over 6 hours are told; the operator's word ends a leap")
