"""One demonstration, served, and asked over HTTP with every header in the tester's own hand."""

import datetime
import http.client
import json
import pathlib

from over_http.contract import Contract
from running import Register, example, expect

PASSWORD = "a phrase that is long enough"



def day(offset: int = 0) -> str:
    """By the register's calendar, which is China's."""
    now = datetime.datetime.now(datetime.timezone(datetime.timedelta(hours=8)))
    return (now.date() + datetime.timedelta(offset)).isoformat()


class Answer:
    def __init__(self, answer: http.client.HTTPResponse):
        self.status = answer.status
        self.headers = answer.headers
        self.body = answer.read()

    @property
    def text(self) -> str:
        return self.body.decode(errors="replace")

    @property
    def json(self):
        return json.loads(self.body)

    @property
    def word(self) -> str:
        """Of the first ground, where a program was refused."""
        is_problem = self.headers.get("Content-Type", "").startswith("application/problem+json")
        return self.json["grounds"][0]["word"] if is_problem else ""


class House:
    def __init__(self):
        self.register = Register()
        self.register.start()
        self.contract = Contract(self.register.ask("GET", "/openapi.json")[1])
        self.asked = 0
        self.own = ""
        self.identifier, self.name = example()

    def secret(self, who: tuple[str, str] | str) -> str:
        """Of (role, authority), or the secret itself."""
        return who if isinstance(who, str) else self.register.token(*who)

    def password(self, account: str) -> str:
        lines = next(self.register.places.rglob("*.tokens")).read_text(encoding="utf-8")
        return next(line.split()[4] for line in lines.splitlines() if f" {account} " in line)

    def new_key(self) -> str:
        self.asked += 1
        return f"over-http-{self.asked:06}"

    def send(self, method: str, path: str, body: bytes | None = None, **headers) -> Answer:
        """As it is: a header `content_type` is sent as Content-Type."""
        connection = http.client.HTTPConnection("127.0.0.1", self.register.port, timeout=30)
        named = {name.replace("_", "-").title(): value for name, value in headers.items()}
        connection.request(method, path, body, named)
        answer = Answer(connection.getresponse())
        connection.close()
        self.contract.judge(method, path, answer)
        return answer

    def ask(self, who, method: str, path: str, body=None, key: str | None = None) -> Answer:
        """As a client that does everything right; `who` is "" for nobody."""
        headers = {"idempotency_key": key or self.new_key()}
        if who:
            headers["authorization"] = f"Bearer {self.secret(who)}"
        if isinstance(body, bytes):
            return self.send(method, path, body, content_type="application/octet-stream", **headers)
        if body is None:
            return self.send(method, path, **headers)
        return self.send(method, path, json.dumps(body).encode(), content_type="application/json",
                         **headers)

    def subject(self) -> str:
        """A token of the example's own account, opened by an officer and signed in once."""
        if self.own:
            return self.own
        opened = self.ask(("officer", "SD-SAMR"), "POST", "/v1/accounts", {
            "role": "subject", "identifier": self.identifier, "password": PASSWORD,
            "proof": "business_licence"})
        expect(opened.status == 201, f"no account was opened: {opened.text}")
        self.own = self.sign_in(opened.json["account"], PASSWORD)
        return self.own

    def sign_in(self, account: str, password: str) -> str:
        session = self.ask("", "POST", "/v1/sessions", {"account": account, "password": password})
        expect(session.status == 201, f"{account} cannot sign in: {session.text}")
        return session.json["token"]

    def output(self) -> str:
        return pathlib.Path(f"{self.register.folder.name}/server.out").read_text(encoding="utf-8")


def refused(answer: Answer, status: int, word: str) -> None:
    expect((answer.status, answer.word) == (status, word),
           f"{status} {word} was expected: {answer.status} {answer.text[:400]}")
