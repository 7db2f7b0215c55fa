"""Two nodes on one PostgreSQL store, and how soon every answer of each shows what the other did."""

import csv
import io
import json
import pathlib
import shutil
import sys
import threading
import time

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from running import REASON, Database, Register, example, expect, random_case

POINTS = [{"aspect": "content", "said": "示例理由"}]


def penalties(identifier: str, name: str, rows: int) -> str:
    """So many penalties on one company, in the national table."""
    lines = pathlib.Path("examples/penalties-gb18030.csv").read_text(encoding="gb18030")
    header, sound, *_ = csv.reader(lines.splitlines())
    said = dict(zip(header, sound)) | {"行政相对人名称": name,
                                       "行政相对人代码_1（统一社会信用代码）": identifier}
    table = io.StringIO()
    writer = csv.DictWriter(table, header)
    writer.writeheader()
    writer.writerows(said | {"行政处罚决定书文号": f"示例罚〔2026〕{row}号"} for row in range(rows))
    return table.getvalue()


class SecondNode(Register):
    """Another server on the store of the first, with the same keys and a home of its own."""

    def __init__(self, first: Register):
        self.joins = first.places
        super().__init__(first.store)

    def run(self, *verb: str, stdin: str = ""):
        if verb[0] != "init":
            return super().run(*verb, stdin=stdin)
        home = pathlib.Path(self.home[1])
        home.mkdir()
        for name in ("store.keys", "store.tokens"):
            shutil.copy(self.joins / name, home)
        return None


class Pair:
    """The nodes, and a listing that is in force."""

    def __init__(self):
        self.database = Database()
        self.first = Register(self.database.url)
        self.first.start()
        self.second = SecondNode(self.first)
        self.second.start()
        self.counter = self.first.token("approval_system", "SD-SAMR")
        self.officer = self.first.token("officer", "SD-SAMR")
        self.identifier, self.name = example()
        self.listing = self.check(self.first)["in_force"][0]["listing"]

    def check(self, node: Register) -> dict:
        question = {"identifier": self.identifier, "name": self.name, "case": random_case(),
                    **REASON}
        status, body = node.ask("POST", "/v1/checks", question, self.counter)
        expect(status == 200, f"a check is answered with {status}: {body}")
        return json.loads(body)

    def duties(self, node: Register) -> int:
        found = [each for each in self.check(node)["in_force"] if each["listing"] == self.listing]
        return len(found[0]["duties"])

    def told_as_in_force(self, node: Register) -> int:
        """How many answers show the listing as if nothing were pending: to a counter, to one who
        screens, to anyone who looks it up, and on its page."""
        reason = "&".join(f"{name}={value}" for name, value in REASON.items())
        answers = [node.ask("POST", f"/v1/screenings?case={random_case()}&{reason}",
                            f"identifier,name\n{self.identifier},{self.name}\n", self.counter),
                   node.ask("POST", "/v1/subjects/lookup",
                            {"identifier": self.identifier, "name": self.name}),
                   node.ask("GET", f"/listings/{self.listing}")]
        expect(answers[0][0] == 200 and answers[1][0] == 200, f"not answered: {answers}")
        screened, shown, page = (text for _, text in answers)
        return ((self.duties(node) > 0) + ("on_hold" not in screened) + (self.listing in shown) +
                (self.listing in page))

    def act(self, node: Register, path: str, body=None) -> dict:
        status, told = node.ask("POST", path, body, self.officer, random_case())
        expect(status in (200, 201), f"{path} is answered with {status}: {told}")
        return json.loads(told)

    def object_at(self, node: Register) -> str:
        return self.act(node, "/v1/objections",
                        {"identifier": self.identifier, "about": "listing",
                         "about_id": self.listing, "filer": "executing_unit",
                         "points": POINTS})["objection"]

    def withdraw_at(self, node: Register, objection: str) -> None:
        self.act(node, f"/v1/objections/{objection}/withdrawal")

    def submit_at_both(self, rows: int) -> list[dict]:
        """One file of so many penalties, at both nodes at the same time: what each made of it."""
        clerk = self.first.token("clerk", "SD-SAMR")
        table = penalties(self.identifier, self.name, rows)
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

    def seconds_until(self, node: Register, bound: bool, begun: float) -> float:
        """Until each of the node's answers shows the listing as in force, or none; from `begun`."""
        while self.told_as_in_force(node) != (4 if bound else 0):
            expect(time.monotonic() < begun + 10, "the other node does not learn of it")
        return time.monotonic() - begun


def suspensions(pair: Pair, rounds: int) -> tuple[int, list[float]]:
    """Stale answers of the node of the objection, and how long the other one took each time."""
    stale, taken = 0, []
    for turn in range(rounds):
        here, there = (pair.first, pair.second) if turn % 2 == 0 else (pair.second, pair.first)
        objection = pair.object_at(here)
        begun = time.monotonic()
        stale += sum(pair.told_as_in_force(here) for _ in range(2))
        taken.append(pair.seconds_until(there, False, begun))
        pair.withdraw_at(here, objection)
        pair.seconds_until(there, True, time.monotonic())
    return stale, sorted(taken)
