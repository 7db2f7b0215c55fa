#include "sheets/csv/csv_reader.h"

#include <memory>
#include <string>
#include <utility>

#include "foundation/result.h"
#include "sheets/csv/encoding.h"
#include "sheets/csv/formula_guard.h"
#include "sheets/csv/record_parser.h"
#include "sheets/csv/text_blocks.h"
#include "sheets/file_bytes.h"
#include "sheets/limits.h"
#include "sheets/reader.h"
#include "sheets/sheet_row.h"

namespace credit::sheets::csv {

CsvReader::CsvReader(RecordParser parser, Format format)
    : parser_(std::move(parser)), format_(format) {}

Result<std::unique_ptr<Reader>> CsvReader::open(FileBytes file, const Limits& limits) {
    const auto encoding = TRY(find_encoding(file, limits));
    auto blocks = TRY(TextBlocks::open(std::move(file), encoding));
    auto parser = TRY(RecordParser::open(std::move(blocks), limits));
    const Format format{
        .kind = FileKind::Csv, .encoding = encoding, .delimiter = parser.delimiter()};
    return std::make_unique<CsvReader>(std::move(parser), format);
}

Result<const SheetRow*> CsvReader::next() {
    while (!skipped_ && TRY(parser_.next(row_))) {
        for (std::string& cell : row_.cells) remove_formula_guard(cell);
        if (!is_blank(row_)) return &row_;
    }
    return nullptr;
}

Progress CsvReader::progress() const {
    return {.done = parser_.file().position(), .total = parser_.file().size()};
}

}  // namespace credit::sheets::csv
