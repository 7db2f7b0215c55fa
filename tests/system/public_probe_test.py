"""Identifiers planted in every text that can be filed, and none of them on any public page, in any
whole file or in any public answer: each in a row of its own, so that what is refused takes no
other along."""

import csv
import datetime
import html
import io
import json
import random
import re

from answers import POINTS
from running import Register, example, expect, random_case

TODAY = datetime.datetime.now(datetime.timezone(datetime.timedelta(hours=8))).date()
WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
PUBLIC_KINDS = ("permit", "penalty", "commitment", "honour")
FILES = ("permits", "penalties", "commitments", "honours", "listings")
# What says whose row it is, and from whom: nothing else could be filed with it.
STRUCTURE = {"subject_name", "subject_code", "authority_name", "authority_code", "source_name",
             "source_code", "person_document_number", "representative_document_number"}
register = Register()
register.start()
identifier, name = example()
clerk, officer = (register.token(role, "SD-SAMR") for role in ("clerk", "officer"))


def resident_number(serial: int) -> str:
    born = datetime.date(1960, 1, 1) + datetime.timedelta(days=serial * 13)
    head = f"370102{born:%Y%m%d}{serial % 1000:03}"
    return head + "10X98765432"[sum(int(d) * w for d, w in zip(head, WEIGHTS)) % 11]


class Planted:
    """Every text carries a resident number and a telephone of its own."""

    def __init__(self):
        self.where: dict[str, str] = {}

    def text(self, place: str, numbers=True) -> str:
        serial = len(self.where) // 2 + 1
        number, telephone = resident_number(serial), f"139{serial:04}{random.randrange(10**4):04}"
        self.where |= {number: place, telephone: place}
        return f"示例，电话{telephone}" + (f"，身份证{number}" if numbers else "")

    def found_in(self, text: str) -> list[str]:
        plain = re.sub(r"[\s-]", "", html.unescape(text))
        return [place for detail, place in self.where.items() if detail in plain]


planted = Planted()


def items(path: str) -> list[dict]:
    found, cursor = [], ""
    while True:
        status, body = register.ask("GET", f"{path}?limit=200{cursor}")
        expect(status == 200, f"{path} ended with {status}")
        page = json.loads(body)
        found += page["items"]
        if not page.get("next"):
            return found
        cursor = f"&cursor={page['next']}"


offices = {each["id"]: each for each in items("/v1/authorities")}
lists = {each["id"]: each for each in items("/v1/code-lists")}
kinds = [each for each in items("/v1/kinds")
         if each["in_force"] and "organisation" in each["subjects"]]


def sound_cell(column: dict, document: str) -> str:
    """What a careful clerk would write."""
    office = offices["SD-SAMR"]
    of_role = {"subject_name": name, "subject_code": identifier, "document_number": document,
               "authority_name": office["zh"], "source_name": office["zh"],
               "authority_code": office["unified_social_credit_code"],
               "source_code": office["unified_social_credit_code"],
               "valid_through": (TODAY + datetime.timedelta(days=300)).isoformat()}
    when = column.get("when", {}).get("subjects", [])
    asked = column["presence"] == "mandatory" or "organisation" in when
    if not asked:
        return ""
    if column["role"] in of_role:
        return of_role[column["role"]]
    if column["type"] in ("code", "codes"):
        values = lists[column["code_list"]]["items"]
        known = [each["zh"] for each in values if each["code"] in ("organisation", "ordinary")]
        return (known or [each["zh"] for each in values if each["code"] != "other"])[0]
    return {"date": TODAY.isoformat(), "number": "1"}.get(column["type"], "示例")


def rows_of(kind: dict) -> list[dict]:
    """A sound row, and for each column one with a text planted in it."""
    rows = []
    for target in [None, *kind["columns"]]:
        if target and (target["role"] in STRUCTURE or target["type"] in ("date", "number")):
            continue
        document = f"示例探{kind['id']}〔2026〕{len(rows)}号"
        row = {each["zh"]: sound_cell(each, document) for each in kind["columns"]}
        if target:
            text = planted.text(f"{kind['id']} {target['code']}")
            row[target["zh"]] = f"其他-{text}" if target["type"].startswith("code") else text
        rows.append(row)
    return rows


def file_all() -> int:
    accepted = 0
    for kind in kinds:
        table = io.StringIO()
        writer = csv.DictWriter(table, [each["zh"] for each in kind["columns"]])
        writer.writeheader()
        writer.writerows(rows := rows_of(kind))
        status, body = register.ask("POST", "/v1/submissions?partial=true", table.getvalue(),
                                    clerk, random_case())
        report = json.loads(body)
        taken = report.get("accepted", 0)
        expect(kind["id"] not in PUBLIC_KINDS or taken > 1,
               f"{kind['id']}: {taken} of {len(rows)} rows taken, {status}: {body[:600]}")
        accepted += taken
    return accepted


def perform_all() -> int:
    """Acts with words in them; some refuse a resident number, and take a telephone."""
    done = 0

    def act(path: str, body: dict, token: str) -> dict:
        nonlocal done
        status, told = register.ask("POST", path, body, token, random_case())
        done += status in (200, 201)
        return json.loads(told) if status in (200, 201) else {}

    proposal = {"identifier": identifier, "name": name, "standard": "samr_serious",
                "ground": "drugs", "conduct_on": TODAY.isoformat()}
    words = ("basis_document", "facts", "finding")
    for word in words:
        for numbers in (True, False):
            act("/v1/listings", proposal | {each: "示例" for each in words} |
                {word: planted.text(f"listing {word}", numbers)}, officer)
    account = act("/v1/accounts", {"role": "subject", "identifier": identifier, "password":
                                   "a phrase that is long enough", "proof": "business_licence"},
                  officer)["account"]
    session = act("/v1/sessions", {"account": account, "password":
                                   "a phrase that is long enough"}, "")["token"]
    for record in public_view()["records"][:3]:
        said = [POINTS[0] | {"said": planted.text("objection said", False)}]
        act("/v1/objections", {"about": "record", "about_id": record["record"], "points": said},
            session)
    return done


def public_view() -> dict:
    status, body = register.ask("POST", "/v1/subjects/lookup",
                                {"identifier": identifier, "name": name})
    expect(status == 200, f"the company is answered with {status}")
    expect(not planted.found_in(body), f"told to anybody: {planted.found_in(body)}")
    return json.loads(body)


def links_in(page: str) -> set[str]:
    return {html.unescape(each) for each in re.findall(r'href="(/[^"#]*)"', page)}


def walk(own: set[str]) -> int:
    """From the home page, in both languages; of what is a subject's the company's own."""
    waiting, seen = {"/", "/en", *own}, set()
    while waiting:
        path = waiting.pop()
        seen.add(path)
        status, page = register.ask("GET", path, patience=60)
        expect(status in (200, 303, 404), f"{path} ended with {status}")
        expect(not planted.found_in(page), f"{path} shows {planted.found_in(page)}")
        for link in links_in(page) - seen:
            plain = link.removeprefix("/en").removeprefix("/large")
            other = plain.startswith(("/subjects/", "/records/", "/listings/"))
            outside = plain.startswith(("/console", "/account", "/docs", "/data/", "/large"))
            if not outside and "?" not in link and (not other or plain in own):
                waiting.add(link)
    return len(seen)


accepted = file_all()
acts = perform_all()
view = public_view()
shown = [each for each in view["records"] if "示例探" in each["document_number"]]
expect(len(shown) > 20, f"only {len(shown)} of the planted rows are public at all")
record_pages = {f"/records/{each['record']}" for each in view["records"]}
status, page = register.ask("GET", f"/records/{shown[0]['record']}")
own = record_pages | {link for link in links_in(page) if link.startswith("/subjects/")}
pages = walk(own)
for file in FILES:
    status, text = register.ask("GET", f"/data/{file}.csv", patience=60)
    expect(status == 200, f"{file}.csv ended with {status}")
    expect(not planted.found_in(text), f"{file}.csv holds {planted.found_in(text)}")
register.stop()
print(f"{len(planted.where)} details planted, {accepted} rows and {acts} acts taken, {len(shown)}"
      f" of the rows public: none of the details in {pages} pages and {len(FILES)} files")
