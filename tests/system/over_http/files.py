"""A file back with a column that says what is wrong in each row, and the catalogues to file by."""

import csv
import io
import pathlib

from over_http.house import House, refused
from over_http.workbooks import sheets_of_workbook, workbook_of_sheets
from running import expect

CLERK = ("clerk", "SD-SAMR")
FAULTS = "/v1/submissions/faults"
COLUMN = "退回原因"
TEN_ROWS = pathlib.Path("examples/penalties-gb18030.csv")


def example_rows() -> list[list[str]]:
    return list(csv.reader(TEN_ROWS.read_text(encoding="gb18030").splitlines()))


def csv_of(rows: list[list[str]]) -> bytes:
    out = io.StringIO()
    csv.writer(out).writerows(rows)
    return out.getvalue().encode()


def workbook_of(rows: list[list[str]]) -> bytes:
    return workbook_of_sheets([("处罚", rows)])


def rows_of_workbook(file: bytes) -> list[list[str]]:
    sheets = sheets_of_workbook(file, len(example_rows()[0]) + 1)
    expect([*sheets] == ["处罚"], f"the sheets are {[*sheets]}")
    return sheets["处罚"]


def rows_of_csv(file: bytes) -> list[list[str]]:
    expect(file.startswith(b"\xef\xbb\xbf"), "spreadsheets do not know the encoding of the file")
    return list(csv.reader(io.StringIO(file.decode("utf-8-sig"), newline="")))


def counted(house: House) -> list[set[str]]:
    # The clerk may act meanwhile: of acts, those about records alone.
    tables = ("act WHERE kind LIKE 'records.%'", "record", "record_quarantine", "submission",
              "submission_progress", "subject")
    return [house.register.rows(f"SELECT COUNT(*) FROM {table}") for table in tables]


def try_a_file_comes_back_with_its_faults(house: House) -> None:
    rows = example_rows()
    width = len(rows[0])
    judged = house.ask(CLERK, "POST", "/v1/submissions", csv_of(rows)).json
    expect(judged["accepted"] == 0 and judged["rejected"] > 3, f"the example is {judged}")
    wrong = {}
    for fault in judged["faults"]:
        wrong.setdefault(fault["row"], []).append(fault["what"])
    before = counted(house)
    for table, read in ((TEN_ROWS.read_bytes(), rows_of_csv), (csv_of(rows), rows_of_csv),
                        (workbook_of(rows), rows_of_workbook)):
        answer = house.ask(CLERK, "POST", FAULTS, table)
        expect(answer.status == 200, f"it does not come back: {answer.text}")
        marked = read(answer.body)
        expect([row[:width] for row in marked] == rows, "the rows came back changed")
        expect(marked[0][width] == COLUMN, f"the column is called {marked[0][width]}")
        for number, row in enumerate(marked[1:], 2):
            expect((row[width] != "") == (number in wrong), f"row {number} is marked {row[width]}")
            for what in wrong.get(number, []):
                expect(what in row[width], f"row {number} does not say {what}: {row[width]}")
    expect(counted(house) == before, "something of a file that was only judged stays")


def try_of_a_long_file_each_row_is_told_as_of_a_short_one(house: House) -> None:
    """Its rows are judged some hundred at a time, the next while the last are staged."""
    rows = example_rows()
    number, content, amount, decided = (rows[0].index(title) for title in (
        "行政处罚决定书文号", "处罚内容", "罚款金额（万元）", "处罚决定日期"))
    long = [rows[0]] + [list(rows[1]) for _ in range(1300)]
    for at, row in enumerate(long[1:], 2):
        row[number] = f"鲁市监示长〔2026〕{at}号"
    long[19] = list(long[9])                                   # row 20 again says what row 10 does
    long[698][number] = long[9][number]                        # row 699 says something else of it
    long[698][content] = "罚款人民币两万元"
    long[1199] = list(long[599])                               # row 1200 is row 600 again
    long[512][decided] = "2099-01-01"                          # rows 513 and 514 are of two parts
    long[513][amount] = "一万"
    long[1300][amount] = "许多"                                 # the last
    judged = house.ask(CLERK, "POST", "/v1/submissions", csv_of(long)).json
    expect((judged["accepted"], judged["rejected"], judged["unchanged"]) == (0, 4, 2),
           f"the long file is {judged}")
    told = [(fault["row"], fault["rule"]) for fault in judged["faults"]]
    expect(told == [(513, "records.decided_in_future"), (513, "records.ends_before_decision"),
                    (514, "records.not_a_number"), (699, "records.stands_twice"),
                    (1301, "records.not_a_number")], f"the faults are {judged['faults']}")
    expect("10" in judged["faults"][3]["what"], f"the earlier row is {judged['faults'][3]}")
    marked = rows_of_csv(house.ask(CLERK, "POST", FAULTS, csv_of(long)).body)
    expect([at for at, row in enumerate(marked[1:], 2) if row[-1]] == [513, 514, 699, 1301],
           "other rows are marked")
    whole = [row for at, row in enumerate(long, 1) if at not in (513, 514, 699, 1301)]
    filed = house.ask(CLERK, "POST", "/v1/submissions", csv_of(whole))
    expect((filed.status, filed.json["accepted"], filed.json["unchanged"]) == (201, 1294, 2),
           f"without them it is {filed.text}")


def try_a_corrected_file_goes_in_with_the_column_left_in_it(house: House) -> None:
    marked = rows_of_workbook(house.ask(CLERK, "POST", FAULTS, workbook_of(example_rows())).body)
    header = marked[0]
    number = header.index("行政处罚决定书文号")
    whole = [header] + [row for row in marked[1:] if not row[-1]]
    for at, row in enumerate(whole[1:]):
        row[number] = f"鲁市监示罚〔2026〕9{at:03}号"
    told = house.ask(CLERK, "POST", "/v1/submissions", workbook_of(whole))
    expect((told.status, told.json["accepted"]) == (201, len(whole) - 1),
           f"the corrected file is {told.text}")


def try_faults_are_for_the_authority_that_files(house: House) -> None:
    table = TEN_ROWS.read_bytes()
    refused(house.ask("", "POST", FAULTS, table), 401, "http.token_missing")
    refused(house.ask(("auditor", "SD-SAMR"), "POST", FAULTS, table), 403, "access.role")
    refused(house.ask(CLERK, "POST", FAULTS + "?authority=SD-TAX", table), 403,
            "access.other_authority")
    refused(house.ask(CLERK, "POST", FAULTS, b"nothing that is a table"), 400,
            "catalogue.header_not_recognised")


def whole(house: House, path: str) -> list[dict]:
    """Page by page; no item twice, none left out."""
    items, cursor = [], ""
    while True:
        page = house.ask("", "GET", f"{path}?limit=7{cursor}").json
        items += page["items"]
        expect(len(page["items"]) == 7 or "next" not in page, f"{path}: a short page goes on")
        if "next" not in page:
            break
        cursor = "&cursor=" + page["next"]
    at_once = house.ask("", "GET", f"{path}?limit=200").json
    expect(at_once["items"] == items[:200], f"{path}: its pages are not the whole")
    return items


def try_the_catalogues_say_what_may_be_filed(house: House) -> None:
    kinds = whole(house, "/v1/kinds")
    ids = [(kind["id"], kind["version"]) for kind in kinds]
    expect(len(set(ids)) == len(ids) > 7, f"the kinds are {ids}")
    penalty = [{column["zh"] for column in kind["columns"]} for kind in kinds
               if kind["id"].endswith("penalty")]
    expect(any(set(example_rows()[0]) <= headers for headers in penalty),
           "no kind of penalty has the columns of the example")
    standards = whole(house, "/v1/lists/standards")
    off = [standard for standard in standards if not standard["in_force"]]
    expect(len(standards) > 10 and off, "no standard is switched off")
    for standard in off:
        expect(standard["gaps"], f"{standard['id']} does not say what it lacks")
    for standard in standards:
        expect(bool(standard["gaps"]) != standard["in_force"], f"{standard['id']} with a gap binds")
