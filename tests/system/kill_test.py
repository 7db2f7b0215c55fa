"""Nothing acknowledged is lost on kill -9 at any moment, under load: kill_test.py [postgres]"""

import json
import random
import sys
import threading
import time

from running import REASON, Database, Register, example, expect, random_case

ROUNDS = 6
register = Register(Database().url if "postgres" in sys.argv else "")
identifier, name = example()
counter = register.token("approval_system", "SD-SAMR")
officer = register.token("officer", "SD-SAMR")
receipts, proposals, unsettled = [], [], 0
guard = threading.Lock()


def ask_until(stop: threading.Event) -> None:
    while not stop.is_set():
        question = {"identifier": identifier, "name": name, "case": random_case(), **REASON}
        try:
            status, body = register.ask("POST", "/v1/checks", question, counter)
        except OSError:
            continue
        if status == 200:
            with guard:
                receipts.append(json.loads(body)["receipt"])


def hold_until(stop: threading.Event) -> None:
    question = {"identifier": identifier, "name": name, "case": random_case(), **REASON}
    answer = json.loads(register.ask("POST", "/v1/checks", question, counter)[1])
    listing = answer["in_force"][0]["listing"]
    held = False
    while not stop.is_set():
        step = "resumption" if held else "suspension"
        try:
            status, body = register.ask("POST", f"/v1/listings/{listing}/{step}",
                                        {"reason": "核实"}, officer, random_case())
        except OSError:
            continue
        held = not held if status == 200 else "already_held" in body
        if status == 200:
            with guard:
                proposals.append(json.loads(body)["act"])


def listed(path: str, token: str, pages: int = 10**6) -> set[str]:
    """The receipts that somebody sees, newest first."""
    seen, cursor = set(), ""
    for _ in range(pages):
        status, body = register.ask("GET", f"{path}?limit=200{cursor}", token=token)
        expect(status == 200, f"{path} is answered with {status}: {body}")
        page = json.loads(body)
        seen |= {item["receipt"] for item in page["items"]}
        if not page.get("next"):
            break
        cursor = "&cursor=" + page["next"]
    return seen


def subject_token() -> str:
    password = "a phrase that is long enough"
    status, body = register.ask("POST", "/v1/accounts", {
        "role": "subject", "identifier": identifier, "password": password,
        "proof": "business_licence"}, officer, random_case())
    expect(status == 201, f"no account was opened: {body}")
    return json.loads(register.ask("POST", "/v1/sessions", {
        "account": json.loads(body)["account"], "password": password})[1])["token"]


for _ in range(ROUNDS):
    register.start()
    stop = threading.Event()
    clients = [threading.Thread(target=ask_until, args=(stop,)) for _ in range(4)]
    clients.append(threading.Thread(target=hold_until, args=(stop,)))
    for client in clients:
        client.start()
    time.sleep(random.uniform(0.3, 1.2))
    register.kill()
    stop.set()
    for client in clients:
        client.join()
    unsettled += len(register.rows("SELECT block_id FROM lookup_block", ".blocks"))

# What lay in blocks at the last kill is there for whoever asks first.
for who, path in (("the auditor", "/v1/lookups"), ("the subject", "/v1/account/lookups")):
    register.start()
    token = subject_token() if who == "the subject" else register.token("auditor", "SD-SAMR")
    missed = set(receipts) - listed(path, token)
    expect(not missed, f"{who} does not see {len(missed)} look-ups that were acknowledged")
    with_more = {**REASON, "identifier": identifier, "name": name, "case": random_case()}
    for _ in range(5):
        receipt = json.loads(register.ask("POST", "/v1/checks", with_more, counter)[1])["receipt"]
        expect(receipt in listed(path, token, 1), f"{who} does not see the newest look-up at once")
        receipts.append(receipt)
    register.kill()
    unsettled += len(register.rows("SELECT block_id FROM lookup_block", ".blocks"))
register.start()
register.stop()
expect(unsettled > 0, "no kill came before look-ups were settled: nothing was proved about them")
expect(len(receipts) > 100 and len(proposals) > 5, "too little was asked to prove anything")
lookups = register.rows("SELECT lookup_id FROM lookup", ".lookups")
acts = register.rows("SELECT act_id FROM act")
expect(set(receipts) <= lookups, "an acknowledged look-up is not on record")
expect(set(proposals) <= acts, "an acknowledged act is not in the ledger")
register.expect_whole()
print(f"{ROUNDS} kills: {len(receipts)} look-ups, {len(proposals)} acts acknowledged, none lost")
