"""Sign-in, sign-out and the tokens of programs: their scope, their end, their revocation."""

from over_http.house import House, day, refused
from running import REASON, expect, random_case

OFFICE = ("credit_office", "SD-DRC")
PROGRAM = "approval-system-sd-samr"
OWN_FILES = "/v1/submissions"


def question(house: House) -> dict:
    return {"identifier": house.identifier, "name": house.name, "case": random_case(), **REASON}


def issue(house: House, account: str = PROGRAM, functions=("checking",), ends_on: str = ""):
    return {"account": account, "functions": list(functions), "ends_on": ends_on or day(30)}


def try_sign_out_ends_the_session(house: House) -> None:
    account = "officer-sd-tax"
    secret = house.sign_in(account, house.password(account))
    other = house.sign_in(account, house.password(account))
    expect(house.ask(secret, "GET", OWN_FILES).status == 200, "a session may not read")
    ended = house.ask(secret, "DELETE", "/v1/sessions/current")
    expect((ended.status, ended.body) == (204, b""), f"signing out: {ended.status} {ended.text}")
    refused(house.ask(secret, "GET", OWN_FILES), 401, "http.token_refused")
    refused(house.ask(secret, "DELETE", "/v1/sessions/current"), 401, "http.token_refused")
    expect(house.ask(other, "GET", OWN_FILES).status == 200, "another session ended with it")


def try_a_program_has_no_session_to_end(house: House) -> None:
    counter = ("approval_system", "SD-SAMR")
    refused(house.ask(counter, "DELETE", "/v1/sessions/current"), 409, "access.not_a_session")
    expect(house.ask(counter, "POST", "/v1/checks", question(house)).status == 200,
           "the token ended all the same")


def try_a_wrong_password_and_an_unknown_account_look_alike(house: House) -> None:
    told = [house.ask("", "POST", "/v1/sessions", {"account": account, "password": "x" * 20})
            for account in ("clerk-sd-em", "nobody-at-all")]
    for answer in told:
        refused(answer, 403, "access.sign_in_refused")
    expect(told[0].json["grounds"] == told[1].json["grounds"], "an account's being shows")


def try_a_token_has_its_scope_and_no_more(house: House) -> None:
    issued = house.ask(OFFICE, "POST", "/v1/tokens", issue(house))
    expect(issued.status == 201, f"no token was issued: {issued.text}")
    secret, token = issued.json["secret"], issued.json["token"]
    expect(secret not in token and token == issued.json["act"], "the id tells the secret")
    checked = house.ask(secret, "POST", "/v1/checks", question(house))
    expect(checked.status == 200, f"a token for checking may not check: {checked.text}")
    reading = {name: value for name, value in question(house).items() if name != "matter"}
    refused(house.ask(secret, "POST", "/v1/subjects/lookup", reading), 403, "access.function")
    refused(house.ask(secret, "POST", "/v1/tokens", issue(house)), 403, "access.role")
    revoked = house.ask(OFFICE, "POST", f"/v1/tokens/{token}/revocation")
    expect(revoked.status == 200, f"it cannot be revoked: {revoked.text}")
    refused(house.ask(secret, "POST", "/v1/checks", question(house)), 401, "http.token_refused")
    refused(house.ask(OFFICE, "POST", f"/v1/tokens/{token}/revocation"), 404,
            "access.token_unknown")
    told = house.register.rows("SELECT body FROM act WHERE kind = 'access.issue_token'")
    expect(told and not any(secret.encode() in bytes(body) for body in told),
           "the secret stands in an act")


def try_a_token_ends_in_time_and_within_its_account(house: House) -> None:
    for ends_on in (day(-1), day(366)):
        refused(house.ask(OFFICE, "POST", "/v1/tokens", issue(house, ends_on=ends_on)), 400,
                "access.token_expiry")
    last = house.ask(OFFICE, "POST", "/v1/tokens", issue(house, ends_on=day(365)))
    today = house.ask(OFFICE, "POST", "/v1/tokens", issue(house, ends_on=day(0)))
    expect((last.status, today.status) == (201, 201), f"{last.text} {today.text}")
    for functions in ((), ("listing",), ("checking", "accounts")):
        refused(house.ask(OFFICE, "POST", "/v1/tokens", issue(house, functions=functions)), 400,
                "access.token_scope")
    refused(house.ask(OFFICE, "POST", "/v1/tokens", issue(house, functions=["everything"])), 400,
            "access.unknown_function")
    refused(house.ask(OFFICE, "POST", "/v1/tokens", issue(house, account="nobody")), 404,
            "access.account_unknown")


def try_the_secret_is_shown_once(house: House) -> None:
    key = house.new_key()
    first = house.ask(OFFICE, "POST", "/v1/tokens", issue(house), key)
    again = house.ask(OFFICE, "POST", "/v1/tokens", issue(house), key)
    refused(again, 409, "access.secret_shown")
    expect(first.json["secret"] not in again.text, "the secret was shown twice")
    expect(house.ask(first.json["secret"], "POST", "/v1/checks", question(house)).status == 200,
           "repeating the request ended the first token")


def try_a_token_is_revoked_by_its_own_account_or_the_office(house: House) -> None:
    issued = house.ask(OFFICE, "POST", "/v1/tokens", issue(house)).json
    path = f"/v1/tokens/{issued['token']}/revocation"
    refused(house.ask(("officer", "SD-TAX"), "POST", path), 403, "access.role")
    expect(house.ask(issued["secret"], "POST", "/v1/checks", question(house)).status == 200,
           "a stranger's try ended the token")
    expect(house.ask(issued["secret"], "POST", path).status == 200, "its own cannot revoke it")
    refused(house.ask(issued["secret"], "POST", "/v1/checks", question(house)), 401,
            "http.token_refused")


def try_a_closed_account_ends_its_tokens_and_sessions(house: House) -> None:
    opened = house.ask(OFFICE, "POST", "/v1/accounts", {
        "account": "passing-clerk", "role": "clerk", "authority": "SD-HR",
        "password": "a passing phrase"})
    expect(opened.status == 201, f"no account was opened: {opened.text}")
    session = house.sign_in("passing-clerk", "a passing phrase")
    issued = house.ask(OFFICE, "POST", "/v1/tokens", issue(house, "passing-clerk", ["reading"]))
    program = issued.json["secret"]
    for secret in (session, program):
        expect(house.ask(secret, "GET", OWN_FILES).status == 200, "it may not read")
    refused(house.ask(("officer", "SD-HR"), "POST", "/v1/accounts/passing-clerk/closing"), 403,
            "access.role")
    closed = house.ask(OFFICE, "POST", "/v1/accounts/passing-clerk/closing")
    expect(closed.status == 200, f"it cannot be closed: {closed.text}")
    for secret in (session, program):
        refused(house.ask(secret, "GET", OWN_FILES), 401, "http.token_refused")
    refused(house.ask("", "POST", "/v1/sessions", {"account": "passing-clerk",
                                                   "password": "a passing phrase"}), 403,
            "access.sign_in_refused")
