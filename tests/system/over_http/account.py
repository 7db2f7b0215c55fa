"""What a subject reads and sets in its own account: notices, repair, who looked."""

import datetime
import re

from over_http.house import House, day, refused
from running import REASON, expect, random_case

COUNTER = ("approval_system", "SD-SAMR")
SETTINGS = "/v1/account/notice-settings"


def try_the_settings_of_notices_follow_what_was_agreed(house: House) -> None:
    subject = house.subject()

    def settings():
        answer = house.ask(subject, "GET", SETTINGS)
        expect(answer.status == 200, f"no settings: {answer.text}")
        expect("nobody@" not in answer.text, "an address is shown")
        return answer.json["electronic_service"], [each["channel"] for each in
                                                   answer.json["channels"]]
    expect(settings() == (False, []), "consent is there before it was given")
    mail = {"channel": "mail", "address": "nobody@example.org"}
    expect(house.ask(subject, "POST", "/v1/account/channels", mail).status == 200, "no channel")
    expect(house.ask(subject, "POST", "/v1/account/electronic-service").status == 200, "no consent")
    expect(settings() == (True, ["mail"]), f"agreed and opened, it says {settings()}")
    refused(house.ask(subject, "POST", "/v1/account/channels", {**mail, "channel": "pigeon"}), 422,
            "notices.unknown_channel")
    for path in ("/v1/account/electronic-service/withdrawal", "/v1/account/channels/mail/closing"):
        expect(house.ask(subject, "POST", path).status == 200, f"{path} is refused")
    expect(settings() == (False, []), "what was withdrawn still stands")
    for file in house.register.places.glob("register.db*"):
        expect(not file.is_file() or mail["address"].encode() not in file.read_bytes(),
               f"an address stands in {file.name}")
    refused(house.ask(("officer", "SD-SAMR"), "GET", SETTINGS), 403, "access.role")


def unfolded(text: str) -> list[str]:
    """The content lines of RFC 5545, each judged as it stands in the file."""
    expect(text.endswith("\r\n"), "the last line does not end")
    lines = text.removesuffix("\r\n").split("\r\n")
    for line in lines:
        expect("\n" not in line and "\r" not in line, f"a line ends without CRLF: {line!r}")
        expect(len(line.encode()) <= 75, f"a line of {len(line.encode())} octets: {line}")
    return re.sub("\r\n[ \t]", "", "\r\n".join(lines)).split("\r\n")


def events_of(text: str) -> list[dict]:
    lines = unfolded(text)
    expect((lines[0], lines[-1]) == ("BEGIN:VCALENDAR", "END:VCALENDAR"), "it is no calendar")
    expect("VERSION:2.0" in lines and any(line.startswith("PRODID:") for line in lines),
           "the calendar lacks its version or its maker")
    events, open_event = [], None
    for line in lines:
        name, value = line.split(":", 1)
        if line == "BEGIN:VEVENT":
            expect(open_event is None, "an event in an event")
            open_event = {}
        elif line == "END:VEVENT":
            events.append(open_event)
            open_event = None
        elif open_event is not None:
            expect(name not in open_event, f"{name} stands twice in an event")
            open_event[name] = value
    expect(open_event is None, "an event without an end")
    return events


def try_the_calendar_of_repair_holds_the_days_of_the_outlook(house: House) -> None:
    subject = house.subject()
    outlook = house.ask(subject, "GET", "/v1/account/repair").json["items"]
    expect(len(outlook) > 0, "the example has nothing to repair: nothing is proved")
    answer = house.ask(subject, "GET", "/v1/account/repair.ics")
    expect(answer.status == 200 and answer.headers["Content-Type"].startswith("text/calendar"),
           f"no calendar: {answer.status} {answer.headers}")
    events = {event["UID"]: event for event in events_of(answer.text)}
    expect(len(events) == answer.text.count("BEGIN:VEVENT"), "two events have one UID")
    for item in outlook:
        first_day, days = item.get("first_day"), {}
        if first_day and not item.get("excluded"):
            days["repair"] = first_day
        event = events.get(f"{item['item']}-repair@xinheng")
        expect((event is not None) == ("repair" in days), f"{item['item']} and its event disagree")
        if event is not None:
            begins = datetime.date.fromisoformat(first_day)
            expect(event["DTSTART;VALUE=DATE"] == begins.strftime("%Y%m%d"),
                   f"{first_day} is {event}")
            ends = (begins + datetime.timedelta(1)).strftime("%Y%m%d")
            expect(event["DTEND;VALUE=DATE"] == ends, f"a day ends on {event}")
    for event in events.values():
        expect(re.fullmatch(r"\d{8}T\d{6}Z", event["DTSTAMP"]), f"no moment: {event['DTSTAMP']}")
        bare = re.sub(r"\\[\\;,nN]", "", event["SUMMARY"])
        expect(not re.search(r"[\\;,]", bare), f"not escaped: {event['SUMMARY']}")
    for needle in (house.identifier, house.name):
        expect(needle not in "".join(unfolded(answer.text)), "the calendar names the subject")
    refused(house.ask(COUNTER, "GET", "/v1/account/repair.ics"), 403, "access.role")


def try_the_tracker_tells_who_looked(house: House) -> None:
    subject = house.subject()
    case = random_case()
    receipts = [house.ask(COUNTER, "POST", "/v1/checks", {
        "identifier": house.identifier, "name": house.name, "case": case, **REASON}).json["receipt"]
        for _ in range(3)]
    newest = house.ask(subject, "POST", "/v1/tracker/find", {"limit": 2})
    expect(newest.status == 200, f"the tracker finds nothing: {newest.text}")
    seen = [usage["receipt"] for usage in newest.json["usages"]]
    expect(seen == receipts[:0:-1], f"{seen} are not the newest of {receipts}")
    older = house.ask(subject, "POST", "/v1/tracker/find",
                      {"limit": 1, "cursor": newest.json["next"]}).json["usages"]
    expect([usage["receipt"] for usage in older] == receipts[:1], "the next page does not go on")
    none = house.ask(subject, "POST", "/v1/tracker/find", {"from": day(-9), "through": day(-1)})
    expect(none.json == {"usages": []}, f"before today nobody looked: {none.text}")
    for wrong, word in (({"limit": 0}, "http.not_a_limit"), ({"limit": 201}, "http.not_a_limit"),
                        ({"cursor": "zz"}, "http.not_a_cursor"),
                        ({"identifier": house.identifier}, "json.unknown_member")):
        refused(house.ask(subject, "POST", "/v1/tracker/find", wrong), 400, word)
    refused(house.ask(COUNTER, "POST", "/v1/tracker/find", {}), 403, "access.role")


def try_the_tracker_says_how_far_back_and_that_it_lives(house: House) -> None:
    period = house.ask("", "GET", "/v1/tracker/period").json
    expect(period["from"] <= period["through"] == day(), f"the period is {period}")
    opened = house.register.rows("SELECT occurred_on FROM act WHERE kind = 'desk.open_register'")
    expect(opened == {period["from"]}, f"opened on {opened}, told from {period['from']}")
    beat = house.ask("", "GET", "/v1/tracker/heartbeat").json
    expect(beat["status"] == "up" and beat["at"].startswith(day()), f"the heart says {beat}")
