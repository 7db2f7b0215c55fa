"""Every operation of the contract: closed by default, deaf to what it does not name, refusing whom
and what it must. By the contract's own list, so that a new one is tried on its first day."""

import json
import re

from over_http.contract import Operation
from over_http.house import Answer, House, refused
from running import expect

ROLES = (("officer", "SD-SAMR"), ("clerk", "SD-SAMR"), ("credit_office", "SD-DRC"),
         ("approval_system", "SD-SAMR"), ("auditor", "SD-SAMR"), ("officer", "SD-COURT"))
BANK = ("bank", "SD-BKA")
# All that a bank, an association or a credit service may ask for behind its token: to end its own
# session and its own tokens, what was consented to it, what became public where it is a credit
# reporting agency, what it is told of, what subjects ask it about its look-ups, and to file what is
# for reference.
BANK_MAY = {"close_session", "revoke_token", "read_consents", "read_with_consent",
            "read_credit_reporting_feed", "read_told", "acknowledge_told", "read_lookup_questions",
            "answer_lookup_question", "submit", "read_submissions", "read_submission",
            "mark_faults", "withdraw_record"}
NOBODY = "nothing-0000"
KNOWN = {"{kind}": "permits", "{group}": "a", "{tile}": "0/000"}


def path_of(operation: Operation) -> str:
    return re.sub(r"{[a-z_]+}", lambda name: KNOWN.get(name[0], NOBODY), operation.path)


def query_of(house: House, operation: Operation) -> str:
    """The parameters that are required, with a value that is allowed."""
    wanted = [each for each in house.contract.parameters(operation)
              if each["in"] == "query" and each.get("required")]
    return "&".join(f"{each['name']}={each['schema'].get('enum', [NOBODY])[0]}" for each in wanted)


def send(house: House, operation: Operation, who="", body=None, query="", **headers) -> Answer:
    asked = query_of(house, operation)
    query = "&".join(filter(None, (asked, query)))
    if who:
        headers["authorization"] = f"Bearer {house.secret(who)}"
    path = path_of(operation) + (f"?{query}" if query else "")
    return house.send(operation.method, path, body, **headers)


def with_an_unknown_member(house: House, operation: Operation) -> bytes:
    """What is required is there, so that nothing but the unknown member can be refused."""
    schema = house.contract.resolve(operation.told["requestBody"]["content"]["application/json"])
    schema = house.contract.resolve(schema["schema"])
    values = {"array": [], "boolean": True, "object": {}, "integer": 1}
    body = {}
    for name in schema.get("required", []):
        told = house.contract.resolve(schema["properties"][name])
        body[name] = told.get("enum", [values.get(told["type"], "x")])[0]
    return json.dumps({**body, "nothing": 1}).encode()


def behind_a_token(house: House) -> list[Operation]:
    return [each for each in house.contract.operations if each.needs_token]


def who_may(house: House, operation: Operation):
    """Somebody whose role may do it; asked without a key or a body, nothing is done."""
    for who in (*ROLES, house.subject(), BANK):
        answer = send(house, operation, who, query="nothing=1")
        expect(answer.status == 400, f"{operation.id} with an unknown parameter: {answer.status}")
        answer = send(house, operation, who, content_type="text/plain")
        if answer.word not in ("access.role", "access.function"):
            return who
    raise AssertionError(f"{operation.id} is nobody's to do")


def try_nobody_gets_in_without_a_token(house: House) -> None:
    tried = behind_a_token(house)
    expect(len(tried) > 90, f"only {len(tried)} operations are behind a token")
    for operation in tried:
        refused(send(house, operation), 401, "http.token_missing")
        refused(send(house, operation, "xh_" + "0" * 52), 401, "http.token_refused")
        expect("WWW-Authenticate" in send(house, operation).headers, f"{operation.id}: no scheme")


def try_a_bank_may_do_nothing_that_is_not_opened_to_it(house: House) -> None:
    for operation in behind_a_token(house):
        answer = send(house, operation, BANK, content_type="application/json")
        if operation.id in BANK_MAY:
            expect(answer.word != "access.role", f"{operation.id} is closed to a bank")
        else:
            refused(answer, 403, "access.role")


def try_no_operation_hears_what_it_does_not_name(house: House) -> None:
    for operation in house.contract.operations:
        answer = send(house, operation, query="nothing=1")
        expect(answer.status == 400, f"{operation.id} takes an unknown parameter: {answer.status}")
        if not operation.is_for_people:
            refused(answer, 400, "http.unknown_parameter")


def try_every_operation_refuses_a_wrong_form(house: House) -> None:
    for operation in behind_a_token(house):
        if operation.id == "close_session":
            continue
        who = who_may(house, operation)
        names = {each["name"] for each in house.contract.parameters(operation)}
        key = {"idempotency_key": house.new_key()} if "Idempotency-Key" in names else {}
        if key:
            refused(send(house, operation, who, b"{}", content_type="application/json"), 400,
                    "http.idempotency_key_missing")
        if "application/json" in operation.takes:
            refused(send(house, operation, who, b"{}", content_type="text/plain", **key), 415,
                    "http.not_json")
            unknown = with_an_unknown_member(house, operation)
            for body, word in ((unknown, "json.unknown_member"), (b"[]", "json.")):
                answer = send(house, operation, who, body, content_type="application/json", **key)
                unknown_id = answer.status == 404 and "{" in operation.path
                fits = answer.word.startswith(word) or unknown_id
                expect(fits, f"{operation.id} takes {body}: {answer.text[:300]}")
        elif not operation.takes:
            refused(send(house, operation, who, b"{}", content_type="application/json", **key), 400,
                    "http.body_not_expected")
        if "limit" in names:
            refused(send(house, operation, who, query="limit=0"), 400, "http.not_a_limit")
            refused(send(house, operation, who, query="cursor=zz"), 400, "http.not_a_cursor")


def try_every_reading_answers_what_is_promised(house: House) -> None:
    """The shape itself is held against the contract wherever the house asks."""
    named = house.ask(("officer", "SD-SAMR"), "POST", "/v1/tips/handlers",
                      {"accounts": ["officer-sd-samr"]})
    expect(named.status == 201, f"no handler of tips was named: {named.text[:300]}")
    for operation in house.contract.operations:
        if operation.method != "GET" or operation.path.startswith("/v1/") is False:
            continue
        who = who_may(house, operation) if operation.needs_token else ""
        answer = send(house, operation, who)
        wanted = 404 if NOBODY in path_of(operation) else 200
        expect(answer.status == wanted, f"{operation.id}: {answer.status} {answer.text[:300]}")


def try_acts_on_what_is_not_there(house: House) -> None:
    for operation in behind_a_token(house):
        if operation.method != "POST" or NOBODY not in path_of(operation):
            continue
        body = b"{}" if "application/json" in operation.takes else None
        content = {"content_type": "application/json"} if body else {}
        answer = send(house, operation, who_may(house, operation), body,
                      idempotency_key=house.new_key(), **content)
        expect(400 <= answer.status < 500, f"{operation.id}: {answer.status} {answer.text[:300]}")


def try_every_operation_was_asked(house: House) -> None:
    missed = {each.id for each in house.contract.operations} - house.contract.tried
    expect(not missed, f"nobody asked for {sorted(missed)}")
