"""The whole program on a cluster: cluster_test.py FOLDER, where tests/citus/start.sh began it.

A store is distributed and upgraded; two servers stand on it while a worker of the cluster is killed
and comes back, and one of the servers is killed. What was acknowledged is there."""

import dataclasses
import json
import pathlib
import subprocess
import sys
import threading
import time

sys.path.insert(0, str(pathlib.Path(__file__).parents[1] / "system"))
from running import REASON, Register, example, expect, psql, random_case
from two_nodes import SecondNode

FOLDER = pathlib.Path(sys.argv[1])
HERE = pathlib.Path(__file__).parent
SERVER = (FOLDER / "url").read_text(encoding="utf-8").strip()
identifier, name = example()


def node_of_cluster(node: str, what: str) -> None:
    subprocess.run([HERE / "node.sh", FOLDER, node, what], check=True)


def told(register: Register, *verb: str) -> dict:
    run = register.run(*verb, "--json")
    expect(run.returncode == 0, f"{verb} ends with {run.returncode}: {run.stdout}{run.stderr}")
    return json.loads(run.stdout)


psql(SERVER, "DROP SCHEMA IF EXISTS killed CASCADE; CREATE SCHEMA killed")
first = Register(SERVER + "?options=-csearch_path%3Dkilled")
placed = told(first, "store", "distribute")
expect(len(placed["placed"]) > 80 and not placed["standing"], f"placed was {placed}")
again = told(first, "store", "distribute")
expect(not again["placed"] and again["standing"] == placed["placed"], f"placed twice: {again}")
shards = psql(SERVER, "SELECT count(*) FROM citus_shards WHERE nodeport <> "
                      "(SELECT nodeport FROM pg_dist_node WHERE groupid = 0)")
expect(int(shards[0]) > 80, "no rows lie on the workers")
first.expect_whole()

# A migration that came after the placing goes through the coordinator to every node.
for index in ("listing_at", "account_by_authority", "protected_subject_by_kind",
              "lookup_batch_by_time", "protected_subject_of_authority", "submission_of_kind"):
    psql(first.store, f"DROP INDEX {index}")
psql(first.store, "DELETE FROM migration WHERE number = 230")
upgraded = told(first, "upgrade")
expect([each["migration"] for each in upgraded["migrations"]] == ["0230_indexes"] and
       upgraded["kept"], f"a distributed store was upgraded so: {upgraded}")


@dataclasses.dataclass
class Asked:
    """What was answered, and what was acknowledged by it."""

    answered: int = 0
    unavailable: int = 0
    kept: set[str] = dataclasses.field(default_factory=set)

    def note(self, status: int, body: str, receipt: str) -> None:
        expect(status in (200, 409, 503), f"an answer is {status}: {body}")
        self.answered += status != 503
        self.unavailable += status == 503
        if status == 200:
            self.kept.add(json.loads(body)[receipt])


class Load:
    """Acts at the first server, checks at both, until it ends."""

    def __init__(self):
        self.acts, self.checks = Asked(), {first: Asked(), second: Asked()}
        self.stop = threading.Event()
        self.clients = [threading.Thread(target=self.act)]
        self.clients += [threading.Thread(target=self.check, args=(node,)) for node in self.checks]
        for client in self.clients:
            client.start()

    def check(self, node: Register) -> None:
        while not self.stop.is_set():
            question = {"identifier": identifier, "name": name, "case": random_case(), **REASON}
            try:
                told = node.ask("POST", "/v1/checks", question, counter)
            except OSError:
                time.sleep(0.05)
                continue
            self.checks[node].note(*told, "receipt")

    def act(self) -> None:
        held = False
        while not self.stop.is_set():
            step = "resumption" if held else "suspension"
            try:
                status, body = first.ask("POST", f"/v1/listings/{listing}/{step}",
                                         {"reason": "核实"}, officer, random_case())
            except OSError:
                time.sleep(0.05)
                continue
            self.acts.note(status, body, "act")
            held = not held if status in (200, 409) else held

    def end(self) -> None:
        self.stop.set()
        for client in self.clients:
            client.join()


def wait_until_ready(node: Register, patience: float) -> float:
    begun = time.monotonic()
    while node.ask("GET", "/readyz")[0] != 200:
        expect(time.monotonic() < begun + patience, "a server does not become ready again")
        time.sleep(0.1)
    return time.monotonic() - begun


first.start()
second = SecondNode(first)
second.start()
counter, officer = first.token("approval_system", "SD-SAMR"), first.token("officer", "SD-SAMR")
question = {"identifier": identifier, "name": name, "case": random_case(), **REASON}
answer = json.loads(first.ask("POST", "/v1/checks", question, counter)[1])
listing = answer["in_force"][0]["listing"]
loads: list[Load] = []


def under_load(what: str, during) -> Load:
    load = Load()
    time.sleep(2)
    during()
    load.end()
    loads.append(load)
    checks = {("first", "second")[place]: f"{asked.answered} answered, {asked.unavailable} not"
              for place, asked in enumerate(load.checks.values())}
    acts = f"{load.acts.answered} answered, {load.acts.unavailable} not"
    print(f"{what}: acts {acts}; checks {checks}")
    return load


def kill_worker(worker: str) -> None:
    node_of_cluster(worker, "kill")
    time.sleep(3)
    node_of_cluster(worker, "start")
    print(f"{worker} killed for 3 s; ready {wait_until_ready(first, 60):.1f} s after its return")
    time.sleep(3)


def kill_server() -> None:
    first.kill()
    expect(second.ask("GET", "/readyz")[0] == 200, "the surviving server is not ready")
    before = time.monotonic()
    status, body = second.ask("POST", "/v1/checks", question | {"case": random_case()}, counter)
    expect(status == 200, f"the surviving server answers a check with {status}: {body}")
    print(f"the surviving server answers a check in {(time.monotonic() - before) * 1000:.0f} ms")
    time.sleep(3)
    first.start()
    time.sleep(1)


for worker in ("worker1", "worker2"):
    under_load(f"with {worker} killed", lambda worker=worker: kill_worker(worker))
load = under_load("with a server killed", kill_server)
expect(load.checks[second].unavailable == 0, "the surviving server did not answer every check")

first.stop()
second.stop()
acts = set().union(*(each.acts.kept for each in loads))
receipts = set().union(*(asked.kept for each in loads for asked in each.checks.values()))
expect(len(acts) > 10 and len(receipts) > 50, "too little was asked to prove anything")
first.start()  # settles what lies in blocks still
until = time.monotonic() + 30
while missed := receipts - first.rows("SELECT lookup_id FROM lookup"):
    expect(time.monotonic() < until, f"{len(missed)} acknowledged look-ups are not on record")
    time.sleep(0.5)
first.stop()
expect(acts <= first.rows("SELECT act_id FROM act"), "an acknowledged act is not in the ledger")
first.expect_whole()
second.expect_whole()

kept = f"{first.folder.name}/backup"
backup = first.run("backup", kept)
expect(backup.returncode == 0, f"no backup of a cluster: {backup.stdout}{backup.stderr}")
print(f"{len(acts)} acts and {len(receipts)} look-ups acknowledged, none lost")
