"""Two nodes on one PostgreSQL store, and how soon every answer of each shows what the other did."""

import collections
import dataclasses
import json
import pathlib
import shutil
import sys
import threading
import time

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from answers import Answers
from running import Database, Register, expect, penalties, random_case

class SecondNode(Register):
    """Another server on the store of the first, with the same keys and a home of its own."""

    def __init__(self, first: Register):
        self.joins = first.places
        super().__init__(first.store)

    def make(self) -> None:
        home = pathlib.Path(self.home[1])
        home.mkdir()
        for name in ("store.keys", "store.tokens"):
            shutil.copy(self.joins / name, home)


class Pair:
    """The nodes, with a listing that is in force and a penalty that is public."""

    def __init__(self):
        self.database = Database()
        self.first = Register(self.database.url)
        self.first.start()
        self.second = SecondNode(self.first)
        self.second.start()
        self.answers = Answers(self.first)
        self.counter = self.answers.counter

    def duties(self, node: Register) -> int:
        return sum(len(each["duties"]) for each in self.answers.check(node)["in_force"]
                   if each["listing"] == self.answers.listing)

    def submit_at_both(self, rows: int) -> list[dict]:
        """One file of so many penalties, at both nodes at the same time: what each made of it."""
        clerk = self.first.token("clerk", "SD-SAMR")
        table = penalties(self.answers.identifier, self.answers.name, range(rows))
        answers = []

        def submit(node: Register) -> None:
            status, told = node.ask("POST", "/v1/submissions", table, clerk, random_case())
            expect(status in (200, 201), f"a file is answered with {status}: {told}")
            answers.append(json.loads(told))

        both = [threading.Thread(target=submit, args=(each,)) for each in (self.first, self.second)]
        for thread in both:
            thread.start()
        for thread in both:
            thread.join()
        return answers

    def restart_under_load(self, times: int) -> None:
        """The first node, while the second one answers as fast as it is asked."""
        over = threading.Event()

        def ask() -> None:
            while not over.is_set():
                self.answers.check(self.second)

        asking = [threading.Thread(target=ask) for _ in range(4)]
        for thread in asking:
            thread.start()
        for _ in range(times):
            self.first.stop()
            self.first.start()
        over.set()
        for thread in asking:
            thread.join()

    def seconds_until(self, node: Register, bound: bool, begun: float, about="listing") -> float:
        """Until each of the node's answers shows the item as in force, or none; from `begun`."""
        while True:
            asked, waited = time.monotonic(), self.answers.waited
            behind = [kind for kind, bare in self.answers.bare(node, about).items()
                      if bare != bound]
            if not behind:
                return asked - begun + self.answers.waited - waited
            expect(asked < begun + 10, f"the other node does not learn of it: {behind}")


@dataclasses.dataclass
class Suspensions:
    """Stale answers by kind, of so many: on the node of the objection from its commit on, and on
    the other one a second later; and how long the other one took each time."""

    asked: int = 0
    here: collections.Counter = dataclasses.field(default_factory=collections.Counter)
    there: collections.Counter = dataclasses.field(default_factory=collections.Counter)
    taken: list[float] = dataclasses.field(default_factory=list)

    def note(self, counted: collections.Counter, shown: dict[str, bool]) -> None:
        self.asked += len(shown)
        counted.update(kind for kind, bare in shown.items() if bare)


def suspensions(pair: Pair, rounds: int) -> Suspensions:
    found = Suspensions()
    answers = pair.answers
    for turn in range(rounds):
        here, there = (pair.first, pair.second) if turn % 2 == 0 else (pair.second, pair.first)
        about = ("listing", "record")[turn // 2 % 2]
        objection = answers.object(here, about)
        begun = time.monotonic()
        found.note(found.here, answers.bare(here, about))
        found.taken.append(pair.seconds_until(there, False, begun, about))
        # A file takes as long as all organisations are many: from either node, and once of each.
        asks_files = turn < 3
        if asks_files:
            found.note(found.here, answers.of_files(here, about))
        time.sleep(max(0.0, begun + 1 - time.monotonic()))
        found.note(found.there, answers.bare(there, about))
        if asks_files:
            found.note(found.there, answers.of_files(there, about))
        answers.withdraw(here, objection)
        pair.seconds_until(there, True, time.monotonic(), about)
    found.taken.sort()
    return found
