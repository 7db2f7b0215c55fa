"""A broken workbook, a zip bomb, a line of 2 GB, malformed HTTP: each is refused with its reason in
bounded memory, and the server goes on."""

import io
import os
import pathlib
import random
import socket

from books import workbook
from running import REASON, Register, example, expect, random_case

MEMORY_MAX = 300 << 20
register = Register()
identifier, name = example()
register.start()
counter = register.token("approval_system", "SD-SAMR")
folder = pathlib.Path(register.folder.name)
records = "SELECT COUNT(*) FROM record"
before = register.rows(records)


def serves() -> bool:
    question = {"identifier": identifier, "name": name, "case": random_case(), **REASON}
    return register.ask("POST", "/v1/checks", question, counter)[0] == 200


def memory_peak() -> int:
    status = pathlib.Path(f"/proc/{register.server.pid}/status").read_text(encoding="ascii")
    return int(status.split("VmHWM:")[1].split()[0]) << 10


def refused(file: pathlib.Path, word: str) -> None:
    told = register.run("submit", str(file), "--as", "SD-SAMR", "--json")
    said = told.stdout + told.stderr
    expect(told.returncode == 3, f"{file.name} ends with {told.returncode}: {said}")
    expect(word in said, f"{file.name} is refused with: {said}")
    expect(memory_peak() < MEMORY_MAX, f"{file.name} took {memory_peak() >> 20} MiB")
    expect(serves(), f"no answer after {file.name}")


def bomb(part) -> None:
    """2 GiB of blank rows in 2 MB."""
    row = b"<row><c/></row>" * 4096
    for _ in range((2 << 30) // len(row)):
        part.write(row)


def unclosed(part) -> None:
    part.write(b'<row r="1"><c r="A1" t="inlineStr"><is><t>' + b"x" * 100)


def cut(part) -> None:
    part.write(random.Random(1).randbytes(100_000))


long_line = folder / "long_line.csv"
with long_line.open("wb") as line:
    line.write("行政相对人名称,".encode())
    line.truncate(2 << 30)  # a hole in the file: no disk is used
one_line = folder / "one_line.csv"
with one_line.open("wb") as line:
    block = b"x" * (1 << 20)
    for _ in range(64):
        line.write(block)
whole = workbook(folder, cut).read_bytes()
(folder / "half.xlsx").write_bytes(whole[:len(whole) // 2])
(folder / "noise.xlsx").write_bytes(b"PK\x03\x04" + random.Random(2).randbytes(10_000))

refused(long_line, "sheets.")
refused(one_line, "sheets.")
refused(workbook(folder, bomb), "sheets.")
refused(workbook(folder, unclosed), "sheets.")
refused(folder / "cut.xlsx", "sheets.")
refused(folder / "half.xlsx", "sheets.")
refused(folder / "noise.xlsx", "sheets.")


def answer_to(sent: bytes) -> bytes:
    with socket.create_connection(("127.0.0.1", register.port), timeout=20) as line:
        line.sendall(sent)
        line.shutdown(socket.SHUT_WR)
        told = io.BytesIO()
        while piece := line.recv(4096):
            told.write(piece)
    return told.getvalue()


def post(headers: bytes, body: bytes = b"") -> bytes:
    return b"POST /v1/checks HTTP/1.1\r\nHost: x\r\n" + headers + b"\r\n" + body


many_headers = b"".join(b"H%d: x\r\n" % n for n in range(10_000))
malformed = [b"\x16\x03\x01\x02\x00" + os.urandom(200), b"GET\r\n\r\n", b"GET / HTTP/9.9\r\n\r\n",
             post(b"Content-Length: -1\r\n"),
             post(b"Content-Length: 5\r\nContent-Length: 6\r\n", b"abcdef"),
             post(b"Transfer-Encoding: chunked\r\n", b"zz\r\n"),
             post(b"Transfer-Encoding: chunked\r\nContent-Length: 3\r\n", b"abc"),
             b"GET /livez HTTP/1.1\r\nHost: x\r\nName : x\r\n\r\n",
             b"GET " + b"x" * 100_000 + b" HTTP/1.1\r\n\r\n",
             b"GET /livez HTTP/1.1\r\n" + many_headers + b"\r\n"]
for sent in malformed:
    told = answer_to(sent)
    expect(told.startswith(b"HTTP/1.1 4"), f"{sent[:60]} is answered with {told[:60]}")
    expect(serves(), f"no answer after {sent[:60]}")
expect(register.rows(records) == before, "a refused file left records")
peak = memory_peak() >> 20
register.stop()
register.expect_whole()
print(f"7 bad files, {len(malformed)} requests that are no HTTP: refused, at most {peak} MiB")
