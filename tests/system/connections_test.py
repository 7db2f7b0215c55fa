"""More connections than the server may open, all silent: whoever comes is answered all the same."""

import http.client
import pathlib
import re
import resource
import socket
import sys
import time

from running import REASON, Register, example, expect, random_case

SILENT = 1010
SKIPPED = 77

_, most = resource.getrlimit(resource.RLIMIT_NOFILE)
if most < 2 * SILENT:
    print("skipped: this process may not open as many connections itself")
    sys.exit(SKIPPED)
resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))

register = Register()
counter = register.token("approval_system", "SD-SAMR")
identifier, name = example()


def answered() -> None:
    """A question without a token, and one that asks the store and writes to it."""
    begun = time.monotonic()
    expect(register.ask("GET", "/livez", patience=5)[0] == 200, "the server does not live")
    question = {"identifier": identifier, "name": name, "case": random_case(), **REASON}
    status, told = register.ask("POST", "/v1/checks", question, counter, patience=5)
    expect(status == 200, f"a check is answered with {status}: {told}")
    expect(time.monotonic() - begun < 5, "the answers took too long")


def figure(called: str) -> int:
    told = register.ask("GET", "/metrics")[1]
    return int(float(re.search(rf"^{called} (\S+)$", told, re.MULTILINE)[1]))


def is_open(connection: socket.socket) -> bool:
    connection.setblocking(False)
    try:
        return connection.recv(1) != b""
    except BlockingIOError:
        return True
    except OSError:
        return False


def occupy(sent: bytes) -> list[socket.socket]:
    """All of them from here; one that asks now and then keeps its connection through it."""
    asking = http.client.HTTPConnection("127.0.0.1", register.port, timeout=5)
    connections = []
    for count in range(SILENT):
        connections.append(socket.create_connection(("127.0.0.1", register.port), timeout=5))
        if sent:
            connections[-1].sendall(sent)
        if count % 20 == 0:
            asking.request("GET", "/livez")
            expect(asking.getresponse().read() != b"", "who asks is closed before who is silent")
    asking.close()
    return connections


register.files = "1024:1024"
register.start()
for sent in (b"", b"GET /livez HTTP/1.1\r\nHo"):
    closed = figure("xinheng_connections_closed_for_others")
    silent = occupy(sent)
    answered()
    expect(not any(is_open(each) for each in silent[:100]), "the first to come are not closed")
    expect(all(is_open(each) for each in silent[-100:]), "the last to come are closed")
    expect(figure("xinheng_connections") <= 576, "more are open than docs/limits.md says")
    closed = figure("xinheng_connections_closed_for_others") - closed
    expect(closed >= SILENT - 576, f"only {closed} were closed")
    for each in silent:
        each.close()
register.stop()

# Where the system allows more than the process begins with, it takes what it may.
register.files = f"256:{most}"
register.start()
told = pathlib.Path(f"/proc/{register.server.pid}/limits").read_text(encoding="utf-8")
limits = next(line for line in told.splitlines() if line.startswith("Max open files")).split()
expect(limits[3] == limits[4] == str(most), f"the limit is {limits}")
if most >= 4096:
    silent = occupy(b"")
    answered()
    expect(all(is_open(each) for each in silent), "connections are closed though there is room")
register.stop()
register.expect_whole()
print(f"{SILENT} connections without a request, twice: every question was answered")
