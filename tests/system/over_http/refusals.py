"""What the edge refuses, each alone: parameters, headers, bodies, forms, time."""

import json
import socket
import time
import urllib.parse

from over_http.house import House, refused
from running import REASON, expect

CLERK, OFFICER = ("clerk", "SD-SAMR"), ("officer", "SD-SAMR")
FILES = "/v1/submissions"
JSON_MAX, HEADER_MAX = 1 << 20, 16 << 10


def try_parameters(house: House) -> None:
    for query, word in (("limit=5&limit=5", "repeated_parameter"),
                        ("limits=5", "unknown_parameter"),
                        ("limit=5&name=x", "unknown_parameter"), ("limit=0", "not_a_limit"),
                        ("limit=201", "not_a_limit"), ("limit=-1", "not_a_limit"),
                        ("limit=5x", "not_a_limit"), ("limit=99999999999999999999", "not_a_limit"),
                        ("cursor=zz", "not_a_cursor"), ("cursor=123", "not_a_cursor"),
                        ("limit=%ff", "parameter_not_text"), ("limit=%4", "parameter_not_text"),
                        ("%ff=1", "parameter_not_text"), ("cursor=%00", "parameter_not_text")):
        refused(house.ask(CLERK, "GET", f"{FILES}?{query}"), 400, f"http.{word}")
    told = house.ask(CLERK, "GET", f"{FILES}?{house.identifier}=1")
    refused(told, 400, "http.unknown_parameter")
    expect(house.identifier not in told.text, "an unknown parameter is repeated in the answer")
    for good in ("limit=1", "limit=200", ""):
        expect(house.ask(CLERK, "GET", f"{FILES}?{good}").status == 200, f"{good} is refused")
    refused(house.ask(CLERK, "GET", "/v1/submissions/%ff"), 400, "http.parameter_not_text")


def try_an_address_that_is_none(house: House) -> None:
    for path in ("/v1", "/v2/checks", "/v1/checks/", "/v1/nothing", "/v1/listings/x/erasure"):
        refused(house.ask(CLERK, "GET", path), 404, "http.no_such_path")
    answer = house.ask(CLERK, "PUT", FILES, {})
    refused(answer, 405, "http.method_not_allowed")
    allowed = {each.strip() for each in answer.headers["Allow"].split(",")}
    expect(allowed == {"GET", "POST"}, f"allowed are {allowed}")


def try_tokens(house: House) -> None:
    refused(house.send("GET", FILES), 401, "http.token_missing")
    right = house.secret(CLERK)
    for sent in ("Bearer nothing", "Bearer " + right[:-1], "Bearer " + right + "0",
                 "Bearer " + right.lower()):
        refused(house.send("GET", FILES, authorization=sent), 401, "http.token_refused")
    for sent in (right, "Basic " + right, "Bearer", "Bearer" + right):
        refused(house.send("GET", FILES, authorization=sent), 401, "http.token_missing")
    # RFC 9110, 11.1: the scheme in whatever case.
    expect(house.send("GET", FILES, authorization="bearer " + right).status == 200,
           "the scheme is told by its case")
    # Where no token is needed a wrong one is no right one.
    refused(house.send("GET", "/v1/kinds", authorization="Bearer nothing"), 401,
            "http.token_refused")
    expect(house.send("GET", "/v1/kinds").status == 200, "the kinds are not open")


def try_keys(house: House) -> None:
    bearer = {"authorization": f"Bearer {house.secret(OFFICER)}",
              "content_type": "application/json"}
    body = json.dumps({"identifier": house.identifier}).encode()
    refused(house.send("POST", "/v1/listings", body, **bearer), 400,
            "http.idempotency_key_missing")
    for key in ("", "seven77", "x" * 65, "with a blank", "with-ä-in-it"):
        told = house.send("POST", "/v1/listings", body, idempotency_key=key.encode(), **bearer)
        refused(told, 400, "http.idempotency_key_missing")
    for key in ("eight888", "x" * 64):
        told = house.send("POST", "/v1/listings", body, idempotency_key=key, **bearer)
        expect(told.word != "http.idempotency_key_missing", f"{len(key)} characters are refused")


def try_bodies(house: House) -> None:
    token = house.secret(("approval_system", "SD-SAMR"))
    question = json.dumps({"identifier": house.identifier, "name": house.name, "case": "一",
                           **REASON}).encode()

    def check(body, content_type="application/json"):
        return house.send("POST", "/v1/checks", body, content_type=content_type,
                          authorization=f"Bearer {token}")
    for content_type in ("", "text/plain", "application/x-www-form-urlencoded", "text/json",
                         "application/jsonp"):
        refused(check(question, content_type), 415, "http.not_json")
    for content_type in ("application/json", "application/json; charset=utf-8"):
        expect(check(question, content_type).status == 200, f"{content_type} is refused")
    look = json.dumps({"identifier": house.identifier}).encode()
    filled = look[:-1] + b" " * (JSON_MAX - len(look)) + b"}"
    whole = house.send("POST", "/v1/subjects/lookup", filled, content_type="application/json")
    expect(whole.status == 200, f"a body of 1 MiB is refused: {whole.text}")
    refused(house.send("POST", "/v1/subjects/lookup", filled + b" ",
                       content_type="application/json"), 413, "http.body_too_large")
    refused(house.ask(CLERK, "GET", FILES, {}), 400, "http.body_not_expected")
    for broken in (b"", b"[]", b'{"a":1', b"\xff", b'{"identifier":"\xed\xa0\x80"}', b"null",
                   question + b"{}"):
        told = check(broken)
        expect(told.status == 400 and told.word.startswith("json."), f"{broken}: {told.text}")


def try_headers(house: House) -> None:
    refused(house.send("GET", "/livez", x_filler="x" * HEADER_MAX), 431, "http.header_too_large")
    expect(house.send("GET", "/livez", x_filler="x" * 8000).status == 200, "8,000 are too many")


def raw(house: House, sent: bytes, wait: float = 5, until: bytes | None = None) -> bytes:
    with socket.create_connection(("127.0.0.1", house.register.port), timeout=wait) as connection:
        connection.sendall(sent)
        told = b""
        while (until is None or until not in told) and (piece := connection.recv(65536)):
            told += piece
    return told


def try_uploads_by_what_they_are_for(house: House) -> None:
    """Refused, or asked for, before a byte of the body: the contract says from where on."""
    asker, why = ("approval_system", "SD-SAMR"), urllib.parse.urlencode({**REASON, "case": "一"})
    for who, path in ((CLERK, FILES), (CLERK, f"{FILES}/faults"), (OFFICER, "/v1/files"),
                      (asker, f"/v1/screenings?{why}"), (asker, "/v1/cases/table"),
                      (OFFICER, "/v1/incidents/x/concerned"), (OFFICER, "/v1/tips")):
        most = house.contract.find("POST", path).told["requestBody"]["x-bytes-max"]
        head = (f"POST {path} HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer {house.secret(who)}\r\n"
                f"Idempotency-Key: {house.new_key()}\r\nExpect: 100-continue\r\nContent-Length: ")
        told = raw(house, head.encode() + b"%d\r\n\r\n" % (most + 1))
        expect(told.startswith(b"HTTP/1.1 413 ") and b"http.body_too_large" in told
               and str(most).encode() in told, f"{path}: {told[:400]}")
        told = raw(house, head.encode() + b"%d\r\n\r\n" % most, until=b"\r\n\r\n")
        expect(told == b"HTTP/1.1 100 Continue\r\n\r\n", f"{path} takes less: {told[:400]}")


def try_what_is_no_request(house: House) -> None:
    for sent in (b"nothing\r\n\r\n", b"GET / HTTP/3.0\r\n\r\n", b"GET  / HTTP/1.1\r\n\r\n",
                 b"GET /livez HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n"
                 b"xx"):
        told = raw(house, sent)
        expect(told.startswith(b"HTTP/1.1 400 ") and b"http.malformed" in told,
               f"{sent} is answered with {told[:300]}")


def try_a_request_that_does_not_end(house: House) -> None:
    begun = time.monotonic()
    told = raw(house, b"GET /livez HTTP/1.1\r\nHost: a\r\nX-", 20)
    expect(told.startswith(b"HTTP/1.1 408 ") and b"http.too_slow" in told,
           f"it is answered with {told[:300]}")
    expect(8 < time.monotonic() - begun < 15, "the ten seconds of a header are others")


def try_forms(house: House) -> None:
    """Pages answer with pages; the words of the refusal stand in them."""
    form = "application/x-www-form-urlencoded"
    until = time.monotonic() + 20
    asked = {"content_type": form, "accept": "text/html"}
    while house.send("POST", "/search", b"text=x", **asked).status == 503:
        expect(time.monotonic() < until, "the index of names is not filled")
        time.sleep(0.1)
    for body, content_type, status, words in (
            (b"{}", "application/json", 415, "form of the page"),
            (b"text=" + b"x" * 201, form, 400, "too long"),
            (b"text=%ff", form, 400, "UTF-8"), (b"name=x", form, 400, "")):
        told = house.send("POST", "/en/search", body, content_type=content_type, accept="text/html")
        expect(told.status == status and words in told.text, f"{body[:20]}: {told.status}")
        expect(told.headers["Content-Type"].startswith("text/html"), "it is no page")
