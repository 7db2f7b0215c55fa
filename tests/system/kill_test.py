"""Nothing acknowledged is lost on kill -9 at any moment, under load: kill_test.py [STORE]"""

import json
import random
import sys
import threading
import time

from running import REASON, Register, example, expect, random_case

ROUNDS = 6
register = Register(*sys.argv[1:])
identifier, name = example()
counter = register.token("approval_system", "SD-SAMR")
officer = register.token("officer", "SD-SAMR")
receipts, proposals = [], []
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

register.start()
register.stop()
expect(len(receipts) > 100 and len(proposals) > 5, "too little was asked to prove anything")
if not register.home:
    import sqlite3
    looked = sqlite3.connect(register.store + ".lookups").execute("SELECT lookup_id FROM lookup")
    acted = sqlite3.connect(register.store).execute("SELECT act_id FROM act")
    lookups, acts = {row[0] for row in looked}, {row[0] for row in acted}
    expect(set(receipts) <= lookups, "an acknowledged look-up is not on record")
    expect(set(proposals) <= acts, "an acknowledged act is not in the ledger")
verified = register.run("ledger", "verify", "--json")
expect(json.loads(verified.stdout)["ok"], f"the log does not verify: {verified.stdout}")
rebuilt = register.run("rebuild", "--check")
expect(rebuilt.returncode == 0, f"the tables are not what the acts say: {rebuilt.stdout}")
print(f"{ROUNDS} kills: {len(receipts)} look-ups, {len(proposals)} acts acknowledged, none lost")
