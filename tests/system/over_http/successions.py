"""Mergers over HTTP: recorded once however often sent, whole or not at all, by two at once."""

import concurrent.futures

from over_http.house import Answer, House, day, refused
from running import expect

OFFICER = ("officer", "SD-SAMR")


def sides(house: House) -> list[dict]:
    """Two firms of the demonstration, other than its example."""
    rows = house.register.rows("SELECT substr(subject_key, 2) || ' ' || name FROM subject"
                               " WHERE subject_key LIKE 'O91%'")
    found = [row.split(" ", 1) for row in sorted(rows) if not row.startswith(house.identifier)]
    return [{"identifier": code, "name": name} for code, name in found[:2]]


def merger(old: dict, new: dict, **other) -> dict:
    return {"kind": "absorption", "from_on": day(), "document_number": "示例登记〔2026〕9号",
            "predecessors": [old], "successors": [new], **other}


def record(house: House, body: dict, key: str | None = None) -> Answer:
    return house.ask(OFFICER, "POST", "/v1/successions", body, key)


def annul(house: House, succession: str) -> None:
    answer = house.ask(OFFICER, "POST", f"/v1/successions/{succession}/annulment",
                       {"document_number": "示例撤销〔2026〕9号", "reasons": "示例理由"})
    expect(answer.status == 200 and answer.json["annulled_on"] == day(), answer.text)


def history(house: House, side: dict) -> list[dict]:
    answer = house.ask("", "POST", "/v1/subjects/lookup", side)
    expect(answer.status == 200, answer.text)
    return answer.json.get("successions", [])


def try_a_merger_that_is_sent_again_is_recorded_once(house: House) -> None:
    old, new = sides(house)
    key = house.new_key()
    first = record(house, merger(old, new), key)
    expect(first.status == 201, first.text)
    again = record(house, merger(old, new), key)
    expect((again.status, again.json) == (201, first.json), f"another answer: {again.text}")
    refused(record(house, merger(new, old), key), 409, "ledger.key_used_otherwise")
    refused(record(house, merger(old, new)), 422, "subjects.succession_recorded_already")
    for side in (old, new):
        told = history(house, side)
        expect([each["succession"] for each in told] == [first.json["succession"]], f"{told}")
        for each in told[0]["predecessors"] + told[0]["successors"]:
            page = house.ask("", "GET", each["page"])
            expect(page.status == 200 and 'id="successions"' in page.text, "no page says so")
    annul(house, first.json["succession"])
    expect(history(house, old) == history(house, new) == [], "what was annulled is public")


def object_to(house: House, succession: str, side: dict) -> None:
    body = {"identifier": side["identifier"], "about": "succession", "about_id": succession,
            "filer": "representative", "authorisation": "示例授权 1",
            "points": [{"aspect": "content", "said": "示例异议"}]}
    answer = house.ask(OFFICER, "POST", "/v1/objections", body)
    expect(answer.status == 201, answer.text)


def try_a_merger_under_objection_is_marked_on_the_page_of_each_side(house: House) -> None:
    old, new = sides(house)
    succession = record(house, merger(old, new)).json["succession"]
    pages = [side["page"] for each in history(house, old)
             for side in each["predecessors"] + each["successors"]]
    mark = '<span class="mark held">异议处理中</span>'

    def marked() -> list[bool]:
        texts = [house.ask("", "GET", page).text for page in pages]
        return [mark in text.split('id="successions"', 1)[1].split("</section>")[0]
                for text in texts]

    expect(marked() == [False, False], "marked before anybody objected")
    object_to(house, succession, old)
    expect(marked() == [True, True], "an objection is not seen on the page")
    annul(house, succession)


def try_two_mergers_at_once_wait_for_each_other(house: House) -> None:
    """Each names the sides in the other order: one is recorded, and neither waits for ever."""
    old, new = sides(house)
    house.secret(OFFICER)
    for number in range(10):
        bodies = [merger(old, new, document_number=f"示例登记〔2026〕{number}号"),
                  merger(new, old, document_number=f"示例登记〔2027〕{number}号")]
        keys = [house.new_key(), house.new_key()]
        with concurrent.futures.ThreadPoolExecutor(2) as both:
            answers = list(both.map(record, [house] * 2, bodies, keys))
        expect(sorted(each.status for each in answers) == [201, 422],
               f"{[each.text for each in answers]}")
        expect(history(house, old) == history(house, new), "one side knows what the other does not")
        for each in answers:
            if each.status == 201:
                annul(house, each.json["succession"])
