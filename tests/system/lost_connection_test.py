"""PostgreSQL goes away and comes back: a clear error, nothing half done, service goes on."""

import json
import time

from running import REASON, Database, Register, example, expect, psql, random_case, word_of

database = Database()
register = Register(database.url)
identifier, name = example()
register.start()
counter = register.token("approval_system", "SD-SAMR")
officer = register.token("officer", "SD-SAMR")


def check() -> tuple[int, str]:
    question = {"identifier": identifier, "name": name, "case": random_case(), **REASON}
    return register.ask("POST", "/v1/checks", question, counter)


def hold(step: str) -> tuple[int, str]:
    return register.ask("POST", f"/v1/listings/{listing}/{step}", {"reason": "核实"}, officer,
                        random_case())


def let_in(allowed: bool) -> None:
    value = str(allowed).lower()
    psql(database.server, f"ALTER DATABASE {database.name} ALLOW_CONNECTIONS {value}")


def send_away() -> None:
    psql(database.server, "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity "
                          f"WHERE datname = '{database.name}'")


listing = json.loads(check()[1])["in_force"][0]["listing"]
receipts, acts = [], []
for step in ("suspension", "resumption"):
    let_in(False)
    send_away()
    for asked in (check, lambda step=step: hold(step)):
        status, body = asked()
        expect(status == 503 and word_of(body) == "sql.unavailable",
               f"a lost store is answered with {status}: {body}")
    expect(register.ask("GET", "/livez")[0] == 200, "the server does not live")
    status, body = register.ask("GET", "/readyz")
    expect(status == 503 and "sql.unavailable" in body, f"a lost store is called ready: {body}")
    let_in(True)
    until = time.monotonic() + 20
    while register.ask("GET", "/readyz")[0] != 200 or check()[0] != 200:
        expect(time.monotonic() < until, "service does not go on when the store is back")
        time.sleep(0.1)
    status, body = hold(step)
    expect(status == 200, f"no act is taken when the store is back: {body}")
    acts.append(json.loads(body)["act"])
    send_away()  # and lets the next in at once: whoever asks first may be told to try again
    answers = [check() for _ in range(20)]
    expect({status for status, _ in answers} <= {200, 503}, f"an idle loss is answered: {answers}")
    expect(answers[-1][0] == 200, "service does not go on after connections were lost")
    receipts += [json.loads(body)["receipt"] for status, body in answers if status == 200]
register.stop()
expect(set(receipts) <= register.rows("SELECT lookup_id FROM lookup"), "a look-up is not on record")
expect(set(acts) <= register.rows("SELECT act_id FROM act"), "an acknowledged act is lost")
register.expect_whole()
print("PostgreSQL away twice, connections lost twice: named each time, and service went on")
