// Writer of CSV: UTF-8 with byte-order mark, commas, CRLF, quotes where needed, and the guard
// against formulas of csv/formula_guard.h.
//
// Rows go to "<path>.part", which only the owner may read; `finish` gives it its name. Without
// `finish` nothing is left behind.

#pragma once

#include <filesystem>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>

#include "foundation/result.h"
#include "sheets/file_bytes.h"

namespace credit::sheets {

// Adds one cell as it stands in a CSV, without a delimiter.
void append_csv_cell(std::string& text, std::string_view cell);

class CsvWriter {
public:
    // Unavailable "sheets.cannot_write".
    static Result<CsvWriter> create(const std::filesystem::path& path);

    CsvWriter(CsvWriter&&) = default;
    CsvWriter& operator=(CsvWriter&&) = default;
    CsvWriter(const CsvWriter&) = delete;
    CsvWriter& operator=(const CsvWriter&) = delete;
    ~CsvWriter();

    // Unavailable "sheets.cannot_write".
    Result<void> write_row(std::span<const std::string> cells);
    Result<void> write_row(std::initializer_list<std::string_view> cells);

    // The file is complete, on the disk and has its name. Unavailable "sheets.cannot_write".
    Result<void> finish();

private:
    CsvWriter(File file, std::filesystem::path path);

    template <typename Cells>
    Result<void> write_cells(const Cells& cells);
    Result<void> flush();

    File file_;  // none once finished
    std::filesystem::path path_;
    std::string text_;
};

}  // namespace credit::sheets
