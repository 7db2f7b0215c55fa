"""A credit reporting agency takes what the public sees, signed, and each use is on record."""

import json
import time

from over_http.consents import verified_by_openssl
from over_http.house import House, refused
from running import expect

AGENCY = ("bank", "SD-CRA")
MARK = b"xinheng credit reporting statement v1\n"


def read(house: House, who=AGENCY, **other):
    return house.ask(who, "POST", "/v1/credit-reporting-feed",
                     {"case": "C-2026-1", "officer": "o1", **other})


def read_all(house: House, cursor="") -> tuple[list[dict], str]:
    items, more = [], True
    while more:
        answer = read(house, limit=200, **({"cursor": cursor} if cursor else {}))
        expect(answer.status == 200, f"not read: {answer.text[:300]}")
        items += json.loads(answer.json["statement"])["items"]
        cursor, more = answer.json["next"], answer.json["more"]
    return items, cursor


def try_the_feed_is_what_the_public_sees(house: House) -> None:
    items, cursor = read_all(house)
    expect(len(items) > 20, f"only {len(items)} items in the feed of a demonstration")
    expect(len({each["item"] for each in items}) == len(items), "an item was told twice")
    for each in items[::211]:
        expect(each["state"] in ("public", "objected"), f"{each['item']} is {each['state']}")
        thing = each.get("record") or each["listing"]
        expect(thing["range"] == "public", f"{each['item']} is not public")
        folder = "records" if "record" in each else "listings"
        page = house.send("GET", f"/{folder}/{each['item']}")
        expect(page.status == 200, f"the public does not see {each['item']}: {page.status}")
        expect(each["unified_social_credit_code"][:2] != "92", "an individual business is in it")
    time.sleep(0.2)
    again, _ = read_all(house, cursor)
    expect(again == [], f"told again: {[each['item'] for each in again][:5]}")


def try_a_page_is_verified_without_the_register(house: House) -> None:
    answer = read(house, limit=5).json
    key = house.ask("", "GET", "/v1/credit-reporting-key").json["key"]
    signed = MARK + answer["statement"].encode()
    value = answer["signature"]["value"]
    expect(verified_by_openssl(key, signed, value), "openssl does not verify it")
    expect(not verified_by_openssl(key, signed + b" ", value), "openssl verifies a change")
    other = house.ask("", "GET", "/v1/consent-key").json["key"]
    expect(not verified_by_openssl(other, signed, value), "the key of consents signed it")


def try_others_are_refused(house: House) -> None:
    refused(read(house, ("bank", "SD-BKA")), 422, "credit_reporting.not_an_agency")
    refused(read(house, ("officer", "SD-SAMR")), 403, "access.role")
    refused(read(house, case=""), 422, "publicity.case_missing")
    refused(read(house, cursor="zz"), 400, "http.not_a_cursor")
    refused(read(house, limit=0), 400, "http.not_a_limit")
    refused(read(house, purpose="approval"), 400, "json.unknown_member")
