"""A register is moved while another node stands on it: whatever that node acknowledged is in the
new store, nothing is acknowledged in the old one any more, and each says what to do. Before, an
upgrade is rehearsed beside the same node, and finds every table equal."""

import json
import pathlib
import subprocess
import tempfile
import threading
import time

from running import PROGRAM, REASON, Database, Register, example, expect, random_case, word_of
from two_nodes import SecondNode

MOVED = "ledger.store_moved"
identifier, name = example()
folder = tempfile.TemporaryDirectory()
first = Register(Database().url)
second = SecondNode(first)
second.start()
counter, officer = second.token("approval_system", "SD-SAMR"), second.token("officer", "SD-SAMR")
acts, receipts, refused, stop = set(), set(), [], threading.Event()


def check() -> tuple[int, str]:
    question = {"identifier": identifier, "name": name, "case": random_case(), **REASON}
    return second.ask("POST", "/v1/checks", question, counter, patience=60)


def step(listing: str, what: str) -> tuple[int, str]:
    return second.ask("POST", f"/v1/listings/{listing}/{what}", {"reason": "核实"}, officer,
                      random_case(), patience=60)


def ask_on() -> None:
    while not stop.is_set():
        status, body = check()
        expect(status in (200, 503), f"a check is answered with {status}: {body}")
        if status == 200:
            receipts.add(json.loads(body)["receipt"])
        else:
            refused.append(word_of(body))


def act_on(listing: str) -> None:
    held = False
    while not stop.is_set():
        status, body = step(listing, "resumption" if held else "suspension")
        expect(status in (200, 201, 409, 503), f"an act is answered with {status}: {body}")
        if status in (200, 201):
            acts.add(json.loads(body)["act"])
        elif status == 503:
            refused.append(word_of(body))
        held = not held if status != 503 else held


def told(*words: str, place: Register, code: int = 0) -> dict:
    run = place.run(*words, "--json")
    expect(run.returncode == code, f"{words} ends with {run.returncode}: {run.stdout}{run.stderr}")
    return json.loads(run.stdout)


class Moved(Register):
    """The register at its new place, which is made by the move and not by init."""

    def make(self) -> None:
        """It is moved here."""


listing = json.loads(check()[1])["in_force"][0]["listing"]
clients = [threading.Thread(target=ask_on), threading.Thread(target=act_on, args=(listing,))]
for client in clients:
    client.start()
until = time.monotonic() + 60
while len(acts) < 10 or len(receipts) < 20:
    expect(time.monotonic() < until, "the other node does not answer")
    time.sleep(0.05)

# The rehearsal beside it.
for _ in range(2):
    rehearsed = told("upgrade", "--rehearse", place=first)
    expect(rehearsed["equal"] and not rehearsed["kept"], f"beside a node: {rehearsed}")
before = len(acts), len(receipts)
while len(acts) < before[0] + 5 or len(receipts) < before[1] + 5:
    expect(time.monotonic() < until + 60, "after a rehearsal the other node does not go on")
    time.sleep(0.05)
expect(MOVED not in refused, "a rehearsal moved the register")

# A move that cannot be made changes nothing: the node goes on.
answer = told("store", "move", "--to", "/dev/null/nowhere.db", place=first, code=5)
before = len(acts)
while len(acts) < before + 5:
    expect(time.monotonic() < until + 60, "after a move that failed the other node does not go on")
    time.sleep(0.05)

target = f"{folder.name}/moved.db"
told("store", "move", "--to", target, place=first)
size = first.rows("SELECT size FROM log_head")
until = time.monotonic() + 30
while refused.count(MOVED) < 5:
    expect(time.monotonic() < until, "the old store goes on to answer")
    time.sleep(0.05)
stop.set()
for client in clients:
    client.join()
for status, body in (check(), second.ask("GET", "/readyz")):
    expect(status == 503 and MOVED in body, f"at the old store: {status} {body}")
# One of the two is refused as it stands; the other is decided, and not acknowledged.
ended = [step(listing, what) for what in ("suspension", "resumption")]
expect(sorted(status for status, _ in ended) == [422, 503], f"at the old store: {ended}")
expect(any(MOVED in body for _, body in ended), f"at the old store: {ended}")
second.stop()
expect(first.rows("SELECT size FROM log_head") == size, "the old store numbers acts again")

# All of it is in the new one, which answers.
moved = Moved(target)
moved.home = []
moved.places = pathlib.Path(folder.name)
lost = acts - moved.rows("SELECT act_id FROM act")
expect(not lost, f"{len(lost)} acts of {len(acts)} were acknowledged and are not in the new store")
moved.start()
until = time.monotonic() + 30
while lost := receipts - moved.rows("SELECT lookup_id FROM lookup", ".lookups"):
    expect(time.monotonic() < until, f"{len(lost)} look-ups of {len(receipts)} were acknowledged "
           "and are not in the new store")
    time.sleep(0.2)
expect(moved.ask("GET", "/readyz")[0] == 200, "the register is not ready at its new place")
moved.stop()
moved.expect_whole()

# The old one is served no more, nor moved again; it can be read.
for node in (first, second):
    served = subprocess.run([PROGRAM, "serve", "--store", node.store, *node.home, "--json",
                             "--listen", f"127.0.0.1:{node.port}"], capture_output=True, text=True,
                            timeout=60, check=False)
    expect(served.returncode == 5 and MOVED in served.stdout + served.stderr,
           f"a store that was moved is served: {served.stdout}{served.stderr}")
answer = told("store", "move", "--to", f"{folder.name}/again.db", place=first, code=5)
expect(answer["code"] == MOVED, f"moved twice: {answer}")
first.expect_whole()
print(f"{len(acts)} acts and {len(receipts)} look-ups acknowledged by another node, none lost")
