"""Tables of several worksheets, and lists of subjects that are screened."""

import csv
import io

from over_http.files import CLERK, COLUMN, FAULTS, csv_of, example_rows
from over_http.house import House, refused
from over_http.workbooks import sheets_of_workbook, workbook_of_sheets
from running import expect

SUBMISSIONS = "/v1/submissions"
INSTRUCTIONS = [["填报说明"], *([f"{at}. 按模板填写"] for at in range(1, 9))]
COUNTER = ("approval_system", "SD-SAMR")
SCREENINGS = ("/v1/screenings?matter=food_permit&purpose=approval&ground=sd_regulation_22"
              "&case=tables-1&officer=window-1")


def right_rows(house: House, count: int) -> tuple[list[str], list[list[str]]]:
    """New rows that nothing is wrong with, each with a number of its own."""
    header, *rows = example_rows()
    number = header.index("行政处罚决定书文号")
    judged = house.ask(CLERK, "POST", SUBMISSIONS, csv_of([header, *rows])).json
    wrong = {fault["row"] for fault in judged["faults"]}
    right = next(row for at, row in enumerate(rows, 2) if at not in wrong)
    made = []
    for at in range(count):
        made.append(list(right))
        made[-1][number] = f"鲁市监示簿〔2026〕{house.asked}{at:03}号"
    return header, made


def try_every_sheet_of_a_workbook_is_read(house: House) -> None:
    header, (one, other, third) = right_rows(house, 3)
    turned = [list(reversed(header)), list(reversed(other)), list(reversed(third))]
    book = workbook_of_sheets([("说明", INSTRUCTIONS), ("一", [header, one]), ("二", turned),
                               ("代码表", [["代码", "名称"], ["1", "罚款"]])])
    told = house.ask(CLERK, "POST", SUBMISSIONS, book)
    expect((told.status, told.json["accepted"]) == (201, 3), f"two sheets are {told.text}")
    expect(told.json["sheets_left_out"] == ["说明", "代码表"], f"left out: {told.text}")
    again = house.ask(CLERK, "POST", SUBMISSIONS, book).json
    expect((again["accepted"], again["unchanged"]) == (0, 3), f"the same again is {again}")


def try_faults_name_the_sheet_and_come_back_on_it(house: House) -> None:
    header, (one, other, third) = right_rows(house, 3)
    number, content = header.index("行政处罚决定书文号"), header.index("处罚内容")
    decided = header.index("处罚决定日期")
    third[number], third[content] = one[number], "罚款人民币两万元"
    other[decided] = "2099-01-01"
    book = workbook_of_sheets([("一", [header, one]), ("说明", INSTRUCTIONS),
                               ("二", [header, other, third])])
    told = house.ask(CLERK, "POST", SUBMISSIONS, book).json
    faults = [(each["sheet"], each["row"], each["rule"]) for each in told["faults"]]
    expect(("二", 2, "records.decided_in_future") in faults and
           ("二", 3, "records.stands_twice") in faults, f"the faults are {faults}")
    twice = next(each for each in told["faults"] if each["rule"] == "records.stands_twice")
    expect("一!2" in twice["what"], f"the earlier row is {twice['what']}")
    marked = sheets_of_workbook(house.ask(CLERK, "POST", FAULTS, book).body, len(header) + 1)
    expect([*marked] == ["一", "二"], f"the sheets that came back are {[*marked]}")
    expect(marked["一"][1][-1] == "" and marked["一"][0][-1] == COLUMN, f"{marked['一']}")
    expect("应改" in marked["二"][1][-1] and "一!2" in marked["二"][2][-1], f"{marked['二']}")


def try_tables_of_two_kinds_are_refused(house: House) -> None:
    header, (one, *_) = right_rows(house, 1)
    kinds = house.ask("", "GET", "/v1/kinds?limit=200").json["items"]
    permit = next(kind for kind in kinds if kind["id"].endswith("permit"))
    other = [column["zh"] for column in permit["columns"]]
    book = workbook_of_sheets([("一", [header, one]), ("二", [other])])
    refused(house.ask(CLERK, "POST", SUBMISSIONS, book), 400, "records.sheets_differ")
    lacking = [title for title in header if title != "行政处罚决定书文号"]
    answer = house.ask(CLERK, "POST", SUBMISSIONS,
                       workbook_of_sheets([("一", [header, one]), ("二", [lacking])]))
    refused(answer, 400, "records.header_incomplete")
    expect(answer.json["grounds"][0]["pointer"] == "二", f"the sheet is not named: {answer.text}")


def screened(house: House, table: str | bytes) -> tuple[list[dict[str, str]], int]:
    body = table.encode() if isinstance(table, str) else table
    answer = house.ask(COUNTER, "POST", SCREENINGS, body)
    expect(answer.status == 200, f"a screening is answered with {answer.text}")
    lines = list(csv.DictReader(io.StringIO(answer.text, newline="")))
    return lines, int(answer.headers["X-Unreadable"])


def try_a_screening_keeps_every_row(house: House) -> None:
    code, name = house.identifier, house.name
    named, _ = screened(house, f"identifier,name\n{code},{name}\n{code},别家\n{code},\n")
    expect([each["subject"] for each in named] ==
           ["confirmed", "identity_not_confirmed", "identity_not_confirmed"], f"{named}")
    expect([each["in_force"] != "" for each in named] == [True, False, False], f"{named}")
    expect([each["name"] for each in named] == [name, "别家", ""], "the names are not told again")
    bare, unread = screened(house, f"{code},{name}\n")
    expect(len(bare) == 1 and bare[0]["subject"] == "confirmed" and unread == 0, f"{bare}")
    wrong, unread = screened(house, f"代码\n{code}\n=1+1\n,x\n{code}\n")
    expect([each["subject"] for each in wrong] == ["read", "unreadable", "unreadable", "read"] and
           unread == 2, f"the rows are {wrong}")
    expect([each["in_force"] for each in wrong[1:3]] == ["", ""], "what was not read is not no")
    expect(wrong[1]["identifier"] == "'=1+1" and wrong[1]["rule"].startswith("identity."),
           f"{wrong[1]}")
    book = workbook_of_sheets([("一", [["统一社会信用代码", "企业名称"], [code, name]]),
                               ("二", [["姓名", "证件号码"], [name, code]])])
    sheets, _ = screened(house, book)
    expect([each["subject"] for each in sheets] == ["confirmed"] * 2, f"{sheets}")
    strange = house.ask(COUNTER, "POST", SCREENINGS, "企业,地址\n甲,乙\n".encode())
    refused(strange, 400, "checks.header_not_known")
    refused(house.ask(COUNTER, "POST", SCREENINGS,
                      workbook_of_sheets([("一", [[code]]), ("说明", INSTRUCTIONS)])), 400,
            "checks.sheet_not_known")


def try_a_number_that_is_converted_needs_the_name(house: House) -> None:
    lines, unread = screened(house, "证件号码\n379901880815001\n")
    expect((lines[0]["subject"], lines[0]["rule"], lines[0]["in_force"], unread) ==
           ("identity_not_confirmed", "checks.name_needed", "", 0), f"{lines}")
    lines, _ = screened(house, "证件号码,姓名\n379901880815001,示例成年\n")
    expect((lines[0]["subject"], lines[0]["in_force"]) == ("unknown", "no"), f"{lines}")
    proposal = {"identifier": "379901880815001", "name": "示例成年", "standard": "samr_serious",
                "ground": "none", "facts": "示例事实"}
    answer = house.ask(("officer", "SD-SAMR"), "POST", "/v1/listings", proposal)
    expect(answer.word != "lists.match_by_name_alone", f"a number was given: {answer.text}")


def try_refusals_say_what_is_missing(house: House) -> None:
    refused(house.ask(CLERK, "GET", "/v1/listings"), 400, "http.parameter_missing")
    answer = house.ask(("auditor", "SD-SAMR"), "POST", SUBMISSIONS, csv_of(example_rows()))
    ground = answer.json["grounds"][0]
    expect("经办人、审批人" in ground["zh"] and "clerk, officer" in ground["en"], f"{ground}")
