// Records of a delimited text (RFC 4180), pulled one by one out of blocks of UTF-8.
//
// Beyond the RFC: a record ends with CRLF, LF or CR; the delimiter may be a tab or a semicolon; a
// quote inside an unquoted cell is text; spaces may follow a closing quote. Anything else after a
// closing quote is refused, since whatever is meant, guessing would move text to other cells.

#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "foundation/result.h"
#include "sheets/csv/text_blocks.h"
#include "sheets/limits.h"
#include "sheets/reader.h"

namespace credit::sheets::csv {

class RecordParser {
public:
    // Reads the first block, whose first lines tell the delimiter.
    static Result<RecordParser> open(TextBlocks blocks, const Limits& limits);

    // False after the last record. InvalidInput names the record, the column and the line.
    Result<bool> next(SheetRow& row);

    char delimiter() const { return delimiter_; }
    const FileBytes& file() const { return blocks_->file(); }

private:
    RecordParser(TextBlocks blocks, const Limits& limits);

    enum class CellEnd : std::uint8_t { Delimiter, Record };

    bool at_end() const { return position_ == end_; }
    Result<bool> fill();  // false when no text is left
    Result<CellEnd> read_cell(std::string& cell);
    Result<void> read_quoted(std::string& cell);
    Result<bool> read_quoted_run(std::string& cell);
    Result<CellEnd> read_plain(std::string& cell);
    Result<CellEnd> end_cell(bool spaces_allowed);
    Result<CellEnd> end_record(char line_end);
    Result<void> append(std::string& cell, std::string_view run);
    void count_lines(std::string_view run);
    std::unexpected<Error> refused(std::string_view word, std::size_t limit = 0) const;

    std::unique_ptr<TextBlocks> blocks_;  // stays where it is: position_ points into its text
    Limits limits_;
    const char* position_ = nullptr;
    const char* end_ = nullptr;
    char delimiter_ = ',';
    bool quoted_ = false;        // the cell being read
    bool after_return_ = false;  // the last byte of a quoted run was CR
    std::uint64_t record_ = 0;
    std::uint64_t record_line_ = 1;
    std::uint64_t line_ = 1;
    std::size_t column_ = 0;
    std::size_t row_bytes_ = 0;
};

}  // namespace credit::sheets::csv
