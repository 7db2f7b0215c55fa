"""A register made, served, asked and killed: what the system tests share."""

import atexit
import csv
import http.client
import io
import json
import os
import pathlib
import random
import shutil
import socket
import sqlite3
import subprocess
import sys
import tempfile
import time

PROGRAM = os.environ.get("XINHENG", "build/xinheng")
REASON = {"matter": "food_permit", "purpose": "approval", "ground": "sd_regulation_22",
          "officer": "window-3"}


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def psql(url: str, command: str) -> list[str]:
    told = subprocess.run(["psql", url, "--no-psqlrc", "--quiet", "--tuples-only", "--no-align",
                           "--command", command], capture_output=True, text=True, check=True)
    return told.stdout.splitlines()


class Database:
    """A database of its own on the PostgreSQL of the tests; dropped at the end."""

    def __init__(self):
        folder = pathlib.Path(os.environ.get("XINHENG_TEST_POSTGRES_FOLDER", "build/postgres"))
        self.server = (os.environ.get("XINHENG_TEST_POSTGRES") or
                       (folder / "url").read_text(encoding="utf-8").strip())
        self.name = f"register_{os.getpid()}"
        psql(self.server, f"CREATE DATABASE {self.name}")
        self.url = self.server.rsplit("/", 1)[0] + "/" + self.name
        atexit.register(lambda: psql(self.server, f"DROP DATABASE {self.name} WITH (FORCE)"))


class Register:
    """One demonstration store, on SQLite or PostgreSQL, and the server in front of it."""

    demonstration = True
    files = ""  # that the server may open, as prlimit takes it; as many as the test where empty

    def __init__(self, store: str = "", folder: str = ""):
        self.folder = tempfile.TemporaryDirectory(dir=folder or None)
        self.store = store or f"{self.folder.name}/register.db"
        self.home = ["--home", f"{self.folder.name}/home"] if store else []
        self.output = open(f"{self.folder.name}/server.out", "ab")
        self.port = free_port()
        self.server = None
        self.make()
        self.places = pathlib.Path(self.home[1]) if self.home else pathlib.Path(self.folder.name)

    def make(self) -> None:
        """A copy of the one that ctest made; its own where there is none, and on PostgreSQL."""
        made = os.environ.get("XINHENG_DEMONSTRATION")
        if not made or self.home or not self.demonstration:
            self.run("init", "--demo")
            return
        pathlib.Path(self.store).parent.mkdir(parents=True, exist_ok=True)
        shutil.copytree(made, pathlib.Path(self.store).parent, dirs_exist_ok=True)

    def run(self, *verb: str, stdin: str = "") -> subprocess.CompletedProcess:
        command = [PROGRAM, *verb, "--store", self.store, *self.home]
        return subprocess.run(command, input=stdin, capture_output=True, text=True, check=False)

    def rows(self, query: str, beside: str = "") -> set[str]:
        """The first column of an answer; on SQLite look-ups lie beside the store."""
        if self.home:
            return set(psql(self.store, query))
        store = sqlite3.connect(self.store + beside)
        return {row[0] for row in store.execute(query)}

    def expect_whole(self) -> None:
        """The log and the look-ups verify, and the tables are what the acts say."""
        verified = self.run("ledger", "verify", "--json")
        expect(verified.returncode == 0 and json.loads(verified.stdout)["ok"],
               f"the log or the look-ups do not verify: {verified.stdout}")
        rebuilt = self.run("rebuild", "--check")
        expect(rebuilt.returncode == 0, f"the tables are not what the acts say: {rebuilt.stdout}")

    def start(self, *options: str) -> float:
        begun = time.monotonic()
        limited = ["prlimit", f"--nofile={self.files}"] if self.files else []
        command = [*limited, PROGRAM, "serve", "--store", self.store, *self.home,
                   "--listen", f"127.0.0.1:{self.port}", *options]
        self.server = subprocess.Popen(command, stdout=self.output, stderr=self.output)
        atexit.register(self.server.kill)  # a test that fails leaves nothing running
        while time.monotonic() - begun < 30:
            try:
                if self.ask("GET", "/livez")[0] == 200:
                    return time.monotonic() - begun
            except OSError:
                time.sleep(0.02)
        sys.exit("the server did not start")

    def kill(self) -> None:
        self.server.kill()
        self.server.wait()

    def stop(self) -> None:
        self.server.terminate()
        self.server.wait()

    def token(self, role: str, authority: str) -> str:
        lines = next(self.places.rglob("*.tokens")).read_text(encoding="utf-8").splitlines()
        return next(line.split()[3] for line in lines if line.startswith(f"{role} {authority} "))

    def ask(self, method: str, path: str, body=None, token: str = "", key: str = "", patience=20):
        """With a body of JSON or, as text, of a table in CSV: the status, and what was answered."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=patience)
        table = isinstance(body, str)
        headers = {"Content-Type": "text/csv" if table else "application/json"}
        if token:
            headers["Authorization"] = f"Bearer {token}"
        if key:
            headers["Idempotency-Key"] = key
        sent = body.encode() if table else json.dumps(body) if body is not None else None
        connection.request(method, path, sent, headers)
        answer = connection.getresponse()
        told = answer.status, answer.read().decode()
        expect((answer.getheader("Xinheng-Demonstration") == "yes") == self.demonstration,
               f"{path} does not say whether it is a demonstration")
        connection.close()
        return told


def example() -> tuple[str, str]:
    """The identifier and the name of a subject of the demonstration."""
    identifier, name = pathlib.Path("examples/subject.txt").read_text(encoding="utf-8").split()
    return identifier, name


def penalties(identifier: str, name: str, rows: range) -> str:
    """Penalties on one company under those numbers, in the national table."""
    lines = pathlib.Path("examples/penalties-gb18030.csv").read_text(encoding="gb18030")
    header, sound, *_ = csv.reader(lines.splitlines())
    said = dict(zip(header, sound)) | {"行政相对人名称": name,
                                       "行政相对人代码_1（统一社会信用代码）": identifier}
    table = io.StringIO()
    writer = csv.DictWriter(table, header)
    writer.writeheader()
    writer.writerows(said | {"行政处罚决定书文号": f"示例罚〔2026〕{row}号"} for row in rows)
    return table.getvalue()


def word_of(answer: str) -> str:
    """Of the first ground of a problem."""
    return json.loads(answer)["grounds"][0]["word"]


def expect(condition: bool, words: str) -> None:
    if not condition:
        sys.exit(f"failed: {words}")


def random_case() -> str:
    return f"case-{random.randrange(10**9)}"
