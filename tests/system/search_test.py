"""Organisations are found by name: by hand, served, and as soon as a file names a new one. Nobody
else is, and no text that was searched for stays anywhere."""

import csv
import json
import pathlib
import time

from running import Register, expect, word_of

ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
RESIDENT = "37990119800101001"  # nobody's: the area belongs to no region; with its check
RESIDENT += "10X98765432"[sum(int(digit) * pow(2, 17 - at, 11)
                              for at, digit in enumerate(RESIDENT)) % 11]
TEXT = "从未听说过的示例名称甲乙丙"

register = Register()
folder = pathlib.Path(register.folder.name)


def with_check(first: str) -> str:
    """A code that nobody has, behind its first eight characters, with both checks."""
    body = "MA0XEARC"
    values = [int(character, 36) for character in body]
    rest = 11 - sum(v * w for v, w in zip(values, (3, 7, 9, 10, 5, 8, 4, 2))) % 11
    code = first + body + {10: "X", 11: "0"}.get(rest, str(rest))
    total = sum(ALPHABET.index(c) * pow(3, at, 31) for at, c in enumerate(code))
    return code + ALPHABET[(31 - total % 31) % 31]


def names(kind: str) -> dict[str, str]:
    """Names and codes of some subjects of a kind."""
    keys = sorted(register.rows(f"SELECT subject_key FROM subject WHERE kind = '{kind}'"))[:5]
    return {register.rows(f"SELECT name FROM subject WHERE subject_key = '{key}'").pop(): key[1:]
            for key in keys}


def search(text: str) -> list[dict]:
    status, body = register.ask("POST", "/v1/organisations/search", {"text": text, "limit": 50})
    expect(status == 200, f"the search ended with {status}: {body}")
    answer = json.loads(body)
    expect(answer["confirms"] is False, "a name confirmed somebody")
    return answer["hits"]


organisations = names("legal_person")
for name, code in organisations.items():
    told = register.run("search", "--json", "--limit", "50", stdin=name + "\n")
    expect(told.returncode == 0, f"the search by hand ended with {told.returncode}: {told.stderr}")
    hits = json.loads(told.stdout)["hits"]
    expect(code in [hit["unified_social_credit_code"] for hit in hits], f"{name} is not found")
    expect(hits[0]["reason"] == "exact", f"{name} is found by {hits[0]['reason']}")
expect(register.run("search", "--limit", "51", stdin=name).returncode == 2, "a limit of 51 passed")
expect(register.run("search", stdin="\n").returncode != 0, "an empty text passed")

register.start()
for _ in range(200):
    status, body = register.ask("POST", "/v1/organisations/search", {"text": TEXT})
    if status != 503:
        break
    time.sleep(0.05)
expect(status == 200 and json.loads(body)["hits"] == [], f"nothing ended with {status}: {body}")
for name, code in names("individual_business").items() | names("natural_person").items():
    codes = [hit["unified_social_credit_code"] for hit in search(name) + search(code[:18])]
    expect(code not in codes, "somebody is found who is no organisation")
    expect(not any(each.startswith("92") for each in codes), "an individual business is found")
status, body = register.ask("POST", "/v1/organisations/search", {"text": RESIDENT})
expect(status == 400 and word_of(body) == "search.person_not_public", f"a number: {status}")
for wrong in ({}, {"text": " "}, {"text": "示" * 201}, {"text": "示例", "limit": 0},
              {"text": "示例", "page": 2}):
    status, body = register.ask("POST", "/v1/organisations/search", wrong)
    expect(status == 400, f"{wrong} ended with {status}")

# A file that names an organisation for the first time.
lines = pathlib.Path("examples/penalties-gb18030.csv").read_text(encoding="gb18030").splitlines()
header, *rows = csv.reader(lines)
column = next(at for at, title in enumerate(header) if "统一社会信用代码）" in title)
register.run("submit", "examples/penalties-gb18030.csv", "--as", "SD-SAMR",
             "--faults", str(folder / "first.csv"))
with open(folder / "first.csv", encoding="utf-8-sig") as table:
    sound = rows[[row[-1] for row in list(csv.reader(table))[1:]].index("")]
newcomer = "济南示例初来乍到食品有限公司"
sound[0], sound[column] = newcomer, with_check("91379901")
with open(folder / "second.csv", "w", encoding="utf-8", newline="") as table:
    csv.writer(table).writerows([header, sound])
expect(search(newcomer) == [], "it is known before it came")
told = register.run("submit", str(folder / "second.csv"), "--as", "SD-SAMR", "--json")
expect(told.returncode == 0, f"the file ended with {told.returncode}: {told.stdout}")
for text, reason in ((newcomer, "exact"), ("初来乍到", "contained"),
                     ("濟南示例初來乍到食品有限公司", "exact"),
                     ("济南示例初来炸到食品有限公司", "homophone")):
    hits = search(text)
    expect([hit["unified_social_credit_code"] for hit in hits] == [sound[column]],
           f"{text} finds {hits}")
    expect(hits[0]["reason"] == reason, f"{text} is found by {hits[0]['reason']}")
register.stop()
printed = (folder / "server.out").read_text(encoding="utf-8")
expect(TEXT not in printed and newcomer not in printed, "a text that was searched for was printed")
print("found by name: organisations, and nobody else")
