"""A bank within a subject's consent: what it got is verified by others than the register, and a
revocation that was answered is one that holds."""

import base64
import concurrent.futures
import json
import os
import pathlib
import shutil
import subprocess
import tempfile
import time

from over_http.house import House, day, refused
from running import PROGRAM, expect

BANK = ("bank", "SD-BKA")
PURPOSE = "market_with_consent"
QUESTION = {"purpose": PURPOSE, "case": "L-2026-1", "officer": "o1"}
# Of an Ed25519 public key in the form that openssl reads (RFC 8410).
BEFORE_A_KEY = bytes.fromhex("302a300506032b6570032100")
MARK = b"xinheng consent statement v1\n"


def give(house: House, *items: str) -> str:
    answer = house.ask(house.subject(), "POST", "/v1/account/consents", {
        "bank": "SD-BKA", "purpose": PURPOSE, "items": list(items), "through_on": day(30)})
    expect(answer.status == 201, f"no consent: {answer.text}")
    return answer.json["consent"]


def revoke(house: House, consent: str) -> None:
    answer = house.ask(house.subject(), "POST", f"/v1/account/consents/{consent}/revocation")
    expect(answer.status == 200, f"not revoked: {answer.text}")


def read(house: House, consent: str, **other):
    return house.ask(BANK, "POST", f"/v1/consents/{consent}/data", {**QUESTION, **other})


def verified_by_openssl(key: str, signed: bytes, signature: str) -> bool:
    with tempfile.TemporaryDirectory() as folder:
        place = pathlib.Path(folder)
        (place / "key").write_bytes(BEFORE_A_KEY + base64.b64decode(key.split("+", 2)[2])[1:])
        (place / "signed").write_bytes(signed)
        (place / "signature").write_bytes(base64.b64decode(signature))
        command = ["openssl", "pkeyutl", "-verify", "-rawin", "-pubin", "-keyform", "DER"]
        command += ["-inkey", place / "key", "-in", place / "signed"]
        command += ["-sigfile", place / "signature"]
        run = subprocess.run(command, capture_output=True, check=False)
        return run.returncode == 0


def verified_by_program(key: str, answer: str) -> bool:
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder, "answer.json")
        file.write_text(answer, encoding="utf-8")
        run = subprocess.run([os.path.abspath(PROGRAM), "consent", "verify", file, "--key", key],
                             capture_output=True, check=False, cwd=folder)
        return run.returncode == 0


def try_what_a_bank_got_is_verified_without_the_register(house: House) -> None:
    consent = give(house, "penalties", "permits")
    answer = read(house, consent)
    expect(answer.status == 200, f"not read: {answer.text}")
    key = house.ask("", "GET", "/v1/consent-key").json["key"]
    told = answer.json
    expect(verified_by_program(key, answer.text), "the program does not verify it")
    changed = answer.text.replace("L-2026-1", "L-2026-2")
    expect(changed != answer.text and not verified_by_program(key, changed), "a change is verified")
    if shutil.which("openssl"):
        signed = MARK + told["statement"].encode()
        value = told["signature"]["value"]
        expect(verified_by_openssl(key, signed, value), "openssl does not verify it")
        expect(not verified_by_openssl(key, signed + b" ", value), "openssl verifies a change")
        bare = told["statement"].encode()
        expect(not verified_by_openssl(key, bare, value), "it is signed without its mark")
    uses = house.ask(house.subject(), "GET", f"/v1/account/consents/{consent}").json["uses"]
    expect([use["receipt"] for use in uses] == [told["receipt"]], f"it is not seen: {uses}")
    statement = json.loads(told["statement"])
    expect("listed_today" not in statement["subject"], "a verdict is told")
    kinds = {record["kind"] for record in statement["subject"]["records"]}
    expect(kinds <= {"penalty", "permit"}, f"more was told than consented to: {kinds}")
    expect(statement["subject"]["listings"] == [], "a listing was told")
    revoke(house, consent)
    refused(read(house, consent), 422, "consents.revoked")


def try_nothing_is_read_once_the_subject_was_told_that_it_is_revoked(house: House) -> None:
    for _ in range(3):
        consent = give(house, "penalties")
        revoked_at = []

        def ask(_):
            begun = time.monotonic()
            return begun, read(house, consent)
        with concurrent.futures.ThreadPoolExecutor(8) as bank:
            asked = [bank.submit(ask, each) for each in range(40)]
            revoke(house, consent)
            revoked_at.append(time.monotonic())
            asked += [bank.submit(ask, each) for each in range(8)]
        answers = [each.result() for each in asked]
        late = [answer for begun, answer in answers if begun > revoked_at[0]]
        expect(len(late) >= 8 and all(answer.word == "consents.revoked" for answer in late),
               f"read after the revocation: {[answer.status for answer in late]}")
        uses = house.ask(house.subject(), "GET",
                         f"/v1/account/consents/{consent}?limit=200").json["uses"]
        seen = {use["receipt"] for use in uses}
        got = {answer.json["receipt"] for _, answer in answers if answer.status == 200}
        expect(got <= seen, "what was read is not on record")
