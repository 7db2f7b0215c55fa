"""Workbooks as offices send them, and as any reader of workbooks finds them."""

import io
import re
import xml.etree.ElementTree
import zipfile
from xml.sax.saxutils import escape

from running import expect

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
Sheets = list[tuple[str, list[list[str]]]]


def letters(column: int) -> str:
    text = ""
    while column >= 0:
        text = chr(ord("A") + column % 26) + text
        column = column // 26 - 1
    return text


def worksheet(rows: list[list[str]]) -> str:
    cells = "".join(f'<row r="{at}">' + "".join(
        f'<c r="{letters(n)}{at}" t="inlineStr"><is><t xml:space="preserve">{escape(cell)}</t></is>'
        '</c>' for n, cell in enumerate(row) if cell) + "</row>" for at, row in enumerate(rows, 1))
    return f'<worksheet xmlns="{MAIN}"><sheetData>{cells}</sheetData></worksheet>'


def relations(each: list[tuple[str, str, str]]) -> str:
    inner = "".join(f'<Relationship Id="{name}" Type="{RELATIONS}/{kind}" Target="{target}"/>'
                    for name, kind, target in each)
    return f'<Relationships xmlns="{PACKAGE}">{inner}</Relationships>'


def workbook_of_sheets(sheets: Sheets) -> bytes:
    out = io.BytesIO()
    numbered = list(enumerate(sheets, 1))
    listed = "".join(f'<sheet name="{escape(name)}" sheetId="{at}" r:id="r{at}"/>'
                     for at, (name, _) in numbered)
    parts = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/'
                               'content-types"/>',
        "_rels/.rels": relations([("r1", "officeDocument", "xl/workbook.xml")]),
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}"><sheets>{listed}'
                           '</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": relations(
            [(f"r{at}", "worksheet", f"worksheets/sheet{at}.xml") for at, _ in numbered])}
    parts |= {f"xl/worksheets/sheet{at}.xml": worksheet(rows) for at, (_, rows) in numbered}
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in parts.items():
            package.writestr(name, text)
    return out.getvalue()


def rows_in(tree: xml.etree.ElementTree.Element, shared: list[str], width: int) -> list[list[str]]:
    rows = {}
    for cell in tree.iter(f"{{{MAIN}}}c"):
        column, row = re.fullmatch(r"([A-Z]+)(\d+)", cell.get("r")).groups()
        text = "".join(cell.itertext())
        if cell.get("t") == "s":
            text = shared[int(text)]
        rows.setdefault(int(row), {})[column] = text
    return [[rows[at].get(letters(n), "") for n in range(width)] for at in sorted(rows)]


def sheets_of_workbook(file: bytes, width: int) -> dict[str, list[list[str]]]:
    """Cells by their letters, shared or inline texts."""
    with zipfile.ZipFile(io.BytesIO(file)) as package:
        expect(package.testzip() is None, "the workbook is damaged")
        shared = []
        if "xl/sharedStrings.xml" in package.namelist():
            table = xml.etree.ElementTree.fromstring(package.read("xl/sharedStrings.xml"))
            shared = ["".join(each.itertext()) for each in table]
        book = xml.etree.ElementTree.fromstring(package.read("xl/workbook.xml"))
        names = [each.get("name") for each in book.iter(f"{{{MAIN}}}sheet")]
        trees = [xml.etree.ElementTree.fromstring(package.read(f"xl/worksheets/sheet{at}.xml"))
                 for at in range(1, len(names) + 1)]
    return {name: rows_in(tree, shared, width) for name, tree in zip(names, trees)}
