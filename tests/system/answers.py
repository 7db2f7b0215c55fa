"""Every kind of answer that shows a listing or a penalty of one company, and which of them show it
as if nothing were pending. Whoever files an objection is to find none."""

import csv
import datetime
import io
import json
import time

from running import REASON, Register, example, expect, penalties, random_case

POINTS = [{"aspect": "content", "said": "示例理由"}]
PASSWORD = "a phrase that is long enough"
MARK = 'class="mark held"'


def in_month() -> str:
    """By the register's calendar, which is China's."""
    now = datetime.datetime.now(datetime.timezone(datetime.timedelta(hours=8)))
    return (now.date() + datetime.timedelta(30)).isoformat()


class Answers:
    """The company of the example, with an account, a consent, a listing in force and a penalty."""

    def __init__(self, node: Register):
        self.waited = 0.0  # seconds in all, for a feed that changed while it was read
        self.identifier, self.name = example()
        self.counter = node.token("approval_system", "SD-SAMR")
        self.clerk = node.token("clerk", "SD-SAMR")
        self.officer = node.token("officer", "SD-SAMR")
        self.bank = node.token("bank", "SD-BKA")
        self.agency = node.token("bank", "SD-CRA")
        self.account = self.open_account(node)
        self.sessions: dict[int, str] = {}
        self.consent = self.done(node, "/v1/account/consents", {
            "bank": "SD-BKA", "purpose": "market_with_consent", "through_on": in_month(),
            "items": ["listings", "penalties"]}, self.subject(node))["consent"]
        self.listing = self.check(node)["in_force"][0]["listing"]
        table = penalties(self.identifier, self.name, range(9000, 9001))
        filed = self.done(node, "/v1/submissions", table, self.clerk)
        self.record = filed["submission"] + "-2"
        self.page = self.find_page(node)
        _, self.cursor = self.rest_of_feed(node, "")
        # From here on both stand in the feed after that place.
        for about in ("listing", "record"):
            self.withdraw(node, self.object(node, about))

    def done(self, node: Register, path: str, body=None, token: str = "") -> dict:
        status, told = node.ask("POST", path, body, token, random_case())
        expect(status in (200, 201), f"{path} is answered with {status}: {told}")
        return json.loads(told)

    def open_account(self, node: Register) -> str:
        return self.done(node, "/v1/accounts", {
            "role": "subject", "identifier": self.identifier, "password": PASSWORD,
            "proof": "business_licence"}, self.officer)["account"]

    def subject(self, node: Register) -> str:
        """Its session: each node has its own, as long as it runs."""
        run = node.server.pid
        if run not in self.sessions:
            signed_in = {"account": self.account, "password": PASSWORD}
            self.sessions[run] = self.done(node, "/v1/sessions", signed_in)["token"]
        return self.sessions[run]

    def find_page(self, node: Register) -> str:
        status, shown = node.ask("GET", f"/records/{self.record}")
        expect(status == 200, f"the penalty is not public: {status}")
        return "/subjects/" + shown.split('href="/subjects/', 1)[1].split('"', 1)[0]

    # Acts.

    def object(self, node: Register, about: str) -> str:
        item = self.listing if about == "listing" else self.record
        filing = {"about": about, "about_id": item, "points": POINTS}
        return self.done(node, "/v1/objections", filing, self.subject(node))["objection"]

    def withdraw(self, node: Register, objection: str) -> None:
        self.done(node, f"/v1/objections/{objection}/withdrawal", None, self.subject(node))

    # Answers.

    def check(self, node: Register) -> dict:
        return self.done(node, "/v1/checks", {"identifier": self.identifier, "name": self.name,
                                              "case": random_case(), **REASON}, self.counter)

    def screening(self, node: Register) -> str:
        reason = "&".join(f"{name}={value}" for name, value in REASON.items())
        status, told = node.ask("POST", f"/v1/screenings?case={random_case()}&{reason}",
                                f"identifier,name\n{self.identifier},{self.name}\n", self.counter)
        expect(status == 200, f"a screening is answered with {status}: {told}")
        return told

    def look_up(self, node: Register) -> dict:
        return self.done(node, "/v1/subjects/lookup", {"identifier": self.identifier,
                                                       "name": self.name})

    def reading(self, node: Register) -> dict:
        return self.done(node, "/v1/subjects/lookup", {
            "identifier": self.identifier, "name": self.name, "purpose": "inspection",
            "ground": "sd_regulation_22", "case": random_case(), "officer": "o1"}, self.clerk)

    def consented(self, node: Register) -> dict:
        told = self.done(node, f"/v1/consents/{self.consent}/data", {
            "purpose": "market_with_consent", "case": random_case(), "officer": "o1"}, self.bank)
        return json.loads(told["statement"])["subject"]

    def own(self, node: Register) -> dict:
        status, told = node.ask("GET", "/v1/account", token=self.subject(node))
        expect(status == 200, f"the account is answered with {status}: {told}")
        return json.loads(told)

    def feed(self, node: Register, cursor: str) -> tuple[list[dict], str, bool]:
        question = {"case": random_case(), "officer": "o1", "limit": 200}
        if cursor:
            question["cursor"] = cursor
        # What changes while it is read is not given: read again, as the answer says.
        for _ in range(20):
            begun = time.monotonic()
            status, answer = node.ask("POST", "/v1/credit-reporting-feed", question, self.agency,
                                      random_case())
            if "credit_reporting.changing" not in answer:
                break
            time.sleep(0.1)
            self.waited += time.monotonic() - begun
        expect(status == 200, f"the feed is answered with {status}: {answer}")
        told = json.loads(answer)
        return json.loads(told["statement"])["items"], told["next"], told["more"]

    def rest_of_feed(self, node: Register, cursor: str) -> tuple[list[dict], str]:
        items, more = [], True
        while more:
            some, cursor, more = self.feed(node, cursor)
            items += some
        return items, cursor

    def text(self, node: Register, path: str) -> str:
        return node.ask("GET", path)[1]

    def rows(self, node: Register, file: str) -> list[dict]:
        status, text = node.ask("GET", f"/data/{file}", patience=120)
        expect(status == 200, f"{file} is answered with {status}")
        return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))

    # What shows them as if nothing were pending, by kind.

    def of_listing(self, node: Register) -> dict[str, bool]:
        """Whether it binds, or is shown without the mark; closed to the public while it is held."""
        here = self.listing
        bare = lambda view: any(each["listing"] == here and not each["objection_pending"]
                                for each in view["listings"])
        return {"check": any(each["duties"] for each in self.check(node)["in_force"]
                             if each["listing"] == here),
                "screening": "on_hold" not in self.screening(node),
                "look-up": here in json.dumps(self.look_up(node)),
                "reading by an authority": bare(self.reading(node)),
                "reading by consent": bare(self.consented(node)),
                "account": bare(self.own(node)),
                "page of the item": here in self.text(node, f"/listings/{here}"),
                "page of the subject": here in self.text(node, self.page),
                "feed": any(each["item"] == here and each["state"] == "public"
                            for each in self.rest_of_feed(node, self.cursor)[0])}

    def of_record(self, node: Register) -> dict[str, bool]:
        """Whether it is shown without the mark."""
        here = self.record
        bare = lambda view: any(each["record"] == here and not each["objection_pending"]
                                for each in view["records"])
        page = self.text(node, f"/records/{here}")

        def row(path: str) -> bool:
            _, found, rest = self.text(node, path).partition(f'href="/records/{here}"')
            return bool(found) and MARK not in rest.split("</h3>", 1)[0]
        return {"look-up": bare(self.look_up(node)),
                "reading by an authority": bare(self.reading(node)),
                "reading by consent": bare(self.consented(node)),
                "account": bare(self.own(node)),
                "page of the item": here in page and 'class="fault"' not in page,
                "item as JSON": '"objection_pending":false' in self.text(node,
                                                                         f"/records/{here}/json"),
                "page of the subject": row(self.page),
                "page of publicity": row("/publicity/penalties"),
                "first page": row("/"),
                "feed": any(each["item"] == here and each["state"] == "public"
                            for each in self.rest_of_feed(node, self.cursor)[0])}

    def of_files(self, node: Register, about: str) -> dict[str, bool]:
        """Made anew for whoever asks after an act: right, and as slow as the file is long."""
        if about == "listing":
            return {"public file": any(each["id"] == self.listing
                                       for each in self.rows(node, "listings.csv"))}
        return {"public file": any(each["id"] == self.record and each["objection_pending"] == "no"
                                   for each in self.rows(node, "penalties.csv"))}

    def bare(self, node: Register, about: str) -> dict[str, bool]:
        return self.of_listing(node) if about == "listing" else self.of_record(node)

    def until_bare(self, node: Register, about: str, begun: float) -> float:
        """When all of them, and again from when on, show it as if nothing were pending."""
        while True:
            asked = time.monotonic()
            shown = self.bare(node, about)
            if all(shown.values()):
                return asked - begun
            expect(asked < begun + 10, f"never shown again: {shown}")
