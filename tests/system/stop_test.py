"""SIGTERM in the midst of heavy work: who waits is told, who works stops, and all ends soon."""

import json
import socket
import threading
import time

from running import Register, example, expect, penalties, word_of

LONG = 200_000  # rows, of which some 25,000 are taken in each second
STOPS_WITHIN = 20
AT_MOST = 10  # that is waited for a client which does not go on

register = Register()
register.start()
identifier, name = example()
clerk = register.token("clerk", "SD-SAMR")
tables = {"long": penalties(identifier, name, range(LONG)),
          "in turn": penalties(identifier, name, range(LONG, LONG + 10)),
          "for a thread": penalties(identifier, name, range(LONG + 10, LONG + 20))}
told: dict[str, tuple[int, str]] = {}


def submit(which: str) -> None:
    told[which] = register.ask("POST", "/v1/submissions", tables[which], clerk,
                               f"key of {which}".replace(" ", "-"), patience=300)


def staged() -> set[str]:
    return register.rows("SELECT submission_id FROM submission_progress WHERE accepted = 0")


def stopped() -> float:
    begun = time.monotonic()
    register.server.terminate()
    expect(register.server.wait(timeout=120) == 0, "the server did not end by itself")
    return time.monotonic() - begun


senders = [threading.Thread(target=submit, args=(which,)) for which in tables]
senders[0].start()
until = time.monotonic() + 60
while not staged():
    expect(time.monotonic() < until, "the long submission was not begun")
    time.sleep(0.02)
for sender in senders[1:]:
    sender.start()
    time.sleep(0.3)
expect("long" not in told, f"the long submission was too short: {told}")
took = stopped()
for sender in senders:
    sender.join()
for which, (status, body) in told.items():
    expect((status, word_of(body)) == (503, "desk.closing"), f"{which}: {status} {body[:300]}")
expect(took < STOPS_WITHIN, f"with heavy work under way it took {took:.1f} s to end")

# Nothing of them is there; the same keys carry them out when it runs again.
register.start()
expect(not staged(), "rows that were not accepted stay staged")
for which in ("in turn", "for a thread"):
    submit(which)
    status, body = told[which]
    expect((status, json.loads(body)["accepted"]) == (201, 10), f"{which}: {status} {body[:300]}")

# Who does not send on is waited for, not for ever.
with socket.create_connection(("127.0.0.1", register.port), timeout=60) as connection:
    connection.sendall(b"POST /v1/submissions HTTP/1.1\r\nHost: a\r\n"
                       b"Idempotency-Key: half-of-it\r\n"
                       b"Authorization: Bearer " + clerk.encode() + b"\r\n"
                       b"Content-Length: 1000\r\n\r\nhalf of it")
    time.sleep(0.2)
    waited = stopped()
    expect(connection.recv(100) == b"", "half a request was answered")
expect(AT_MOST - 1 < waited < AT_MOST + STOPS_WITHIN, f"for half a request it took {waited:.1f} s")
register.expect_whole()
print(f"amid {LONG} rows it ended within {took:.1f} s, with half a request {waited:.1f} s")
