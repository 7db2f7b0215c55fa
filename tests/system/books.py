"""Workbooks made by hand, sound and broken."""

import pathlib
import zipfile
from xml.sax.saxutils import escape


def workbook(folder: pathlib.Path, sheet) -> pathlib.Path:
    """A package with one sheet, whose XML the function writes; it has the function's name."""
    file = folder / f"{sheet.__name__}.xlsx"
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr("[Content_Types].xml", '<Types xmlns="http://schemas.openxmlformats.org/'
                       'package/2006/content-types"/>')
        parts.writestr("_rels/.rels", f'<Relationships xmlns="{package}"><Relationship Id="r1" '
                       f'Type="{relations}/officeDocument" '
                       'Target="xl/workbook.xml"/></Relationships>')
        parts.writestr("xl/workbook.xml", f'<workbook xmlns="{main}" xmlns:r="{relations}"><sheets>'
                       '<sheet name="s" sheetId="1" r:id="r1"/></sheets></workbook>')
        parts.writestr("xl/_rels/workbook.xml.rels", f'<Relationships xmlns="{package}">'
                       f'<Relationship Id="r1" Type="{relations}/worksheet" '
                       'Target="worksheets/sheet1.xml"/></Relationships>')
        with parts.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as part:
            part.write(f'<worksheet xmlns="{main}"><sheetData>'.encode())
            sheet(part)
            part.write(b"</sheetData></worksheet>")
    return file


def book_of(folder: pathlib.Path, rows: list[list[str]]) -> pathlib.Path:
    """A sound one, its cells as texts."""
    def sound(part) -> None:
        for number, row in enumerate(rows, start=1):
            cells = "".join(f'<c r="{column_name(at)}{number}" t="inlineStr"><is><t>{escape(cell)}'
                            "</t></is></c>" for at, cell in enumerate(row))
            part.write(f'<row r="{number}">{cells}</row>'.encode())
    return workbook(folder, sound)


def column_name(at: int) -> str:
    """A, B, … Z, AA, …"""
    return (column_name(at // 26 - 1) if at >= 26 else "") + chr(ord("A") + at % 26)
