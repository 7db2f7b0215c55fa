// Reader of tables (报送表格) as departments send them: CSV and XLSX, one row at a time.
//
// The kind is told by the bytes, never by the file's name. All cells come as UTF-8. Memory stays
// within Limits whatever the file holds. Rows in which every cell is blank are left out, but keep
// their number; hidden worksheets are left out (templates keep their code lists there).
// A reader is for one thread; after an error it must not be asked again.

#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "foundation/result.h"
#include "foundation/text_decoder.h"
#include "sheets/limits.h"

namespace credit::sheets {

enum class CellKind : std::uint8_t {
    Text,
    Number,         // a spreadsheet number, in plain digits; zeros before it are lost
    RoundedNumber,  // a number of 16 or more digits: the spreadsheet kept 15, the rest is lost
    Date,           // a spreadsheet date as 2026-04-01, 2026-04-01T09:30:00 or 09:30:00
    Boolean,        // TRUE or FALSE
    Error,          // what a formula came to: #N/A, #REF! …
    Uncomputed,     // a formula that no spreadsheet has worked out; the cell is empty
};

struct SheetRow {
    std::string sheet = {};    // name of the worksheet (工作表); empty for CSV
    std::uint64_t number = 0;  // row as a spreadsheet shows it, from 1; for CSV the record's number
    std::uint64_t line = 0;    // line of the text where the record begins; for XLSX the row again
    std::vector<std::string> cells =
        {};                            // up to the last that is not empty (XLSX), as written (CSV)
    std::vector<CellKind> kinds = {};  // one for each cell
};

enum class FileKind : std::uint8_t { Csv, Xlsx };

// What the file turned out to be. Encoding and delimiter mean nothing for a workbook.
struct Format {
    FileKind kind = FileKind::Csv;
    text::Encoding encoding = text::Encoding::Utf8;
    char delimiter = ',';
};

// Bytes read and bytes there are to read, for a progress bar.
struct Progress {
    std::uint64_t done = 0;
    std::uint64_t total = 0;
};

class Reader {
public:
    // The file's reader, before its first row. InvalidInput "sheets.…" when it is no table that is
    // read here (the word says what it is and what to do). Unavailable "sheets.cannot_open".
    static Result<std::unique_ptr<Reader>> open(const std::filesystem::path& path,
                                                const Limits& limits = {});

    Reader() = default;
    Reader(const Reader&) = delete;
    Reader& operator=(const Reader&) = delete;
    virtual ~Reader() = default;

    // The next row, which stands until the next call; null after the last.
    // InvalidInput "sheets.…" when the file is broken or past a limit, naming the row.
    virtual Result<const SheetRow*> next() = 0;

    // Leaves out what remains of the sheet of the last row. A CSV then is at its end.
    virtual void skip_sheet() = 0;

    virtual Format format() const = 0;
    virtual Progress progress() const = 0;
};

// A for 0, AB for 27: a column as a spreadsheet names it.
std::string column_letters(std::size_t column);

}  // namespace credit::sheets
