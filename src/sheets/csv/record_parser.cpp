#include "sheets/csv/record_parser.h"

#include <array>
#include <cstddef>
#include <cstring>
#include <expected>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "foundation/result.h"
#include "sheets/csv/text_blocks.h"
#include "sheets/limits.h"
#include "sheets/reader.h"

namespace credit::sheets::csv {
namespace {

// The delimiter of the first line that has one outside quotes; the most frequent of it.
char find_delimiter(std::string_view text) {
    constexpr std::string_view candidates = ",\t;";
    std::array<std::size_t, candidates.size()> counts{};
    bool quoted = false;
    for (const char c : text) {
        if (c == '"') quoted = !quoted;
        if (quoted) continue;
        if (const auto which = candidates.find(c); which != std::string_view::npos) {
            ++counts[which];
        }
        const bool line_ends = c == '\n' || c == '\r';
        if (line_ends && counts[0] + counts[1] + counts[2] > 0) break;
    }
    if (counts[1] > counts[0] && counts[1] >= counts[2]) return '\t';
    return counts[2] > counts[0] ? ';' : ',';
}

}  // namespace

RecordParser::RecordParser(TextBlocks blocks, const Limits& limits)
    : blocks_(std::make_unique<TextBlocks>(std::move(blocks))), limits_(limits) {}

Result<RecordParser> RecordParser::open(TextBlocks blocks, const Limits& limits) {
    RecordParser parser(std::move(blocks), limits);
    TRY(parser.fill());
    parser.delimiter_ = find_delimiter(
        {parser.position_, static_cast<std::size_t>(parser.end_ - parser.position_)});
    return parser;
}

Result<bool> RecordParser::fill() {
    const std::string_view block = TRY(blocks_->next());
    position_ = block.data();
    end_ = block.data() + block.size();
    return !block.empty();
}

Result<bool> RecordParser::next(SheetRow& row) {
    if (at_end() && !TRY(fill())) return false;
    if (++record_ > limits_.rows) return refused("sheets.too_many_rows", limits_.rows);
    record_line_ = line_;
    column_ = 0;
    row_bytes_ = 0;
    CellEnd end = CellEnd::Delimiter;
    for (; end == CellEnd::Delimiter; ++column_) {
        if (column_ == limits_.columns) return refused("sheets.too_many_columns", limits_.columns);
        if (column_ == row.cells.size()) row.cells.emplace_back();
        row.cells[column_].clear();
        end = TRY(read_cell(row.cells[column_]));
    }
    row.cells.resize(column_);
    row.kinds.resize(column_, CellKind::Text);
    row.number = record_;
    row.line = record_line_;
    return true;
}

Result<RecordParser::CellEnd> RecordParser::read_cell(std::string& cell) {
    if (at_end() && !TRY(fill())) return CellEnd::Record;
    quoted_ = *position_ == '"';
    if (!quoted_) return read_plain(cell);
    TRY(read_quoted(cell));
    return end_cell(true);
}

Result<RecordParser::CellEnd> RecordParser::read_plain(std::string& cell) {
    while (true) {
        const char* run = position_;
        while (run != end_ && *run != delimiter_ && *run != '\n' && *run != '\r') ++run;
        TRY(append(cell, {position_, static_cast<std::size_t>(run - position_)}));
        position_ = run;
        if (!at_end()) return end_cell(false);
        if (!TRY(fill())) return CellEnd::Record;
    }
}

Result<void> RecordParser::read_quoted(std::string& cell) {
    ++position_;
    while (true) {
        if (!TRY(read_quoted_run(cell))) return refused("sheets.unterminated_quote");
        ++position_;  // the quote that ends the run
        const bool more = !at_end() || TRY(fill());
        if (!more || *position_ != '"') return {};
        ++position_;  // two quotes are one
        TRY(append(cell, "\""));
    }
}

// Up to the next quote, which is not passed; false when the text ends without one.
Result<bool> RecordParser::read_quoted_run(std::string& cell) {
    while (true) {
        if (at_end() && !TRY(fill())) return false;
        const auto left = static_cast<std::size_t>(end_ - position_);
        const auto* quote = static_cast<const char*>(std::memchr(position_, '"', left));
        const char* run_end = quote == nullptr ? end_ : quote;
        const std::string_view run(position_, static_cast<std::size_t>(run_end - position_));
        TRY(append(cell, run));
        count_lines(run);
        position_ = run_end;
        if (quote == nullptr) continue;
        after_return_ = false;
        return true;
    }
}

Result<RecordParser::CellEnd> RecordParser::end_cell(bool spaces_allowed) {
    while (true) {
        if (at_end() && !TRY(fill())) return CellEnd::Record;
        const char c = *position_;
        if (c == delimiter_ || c == '\n' || c == '\r' || !spaces_allowed || c != ' ') break;
        ++position_;
    }
    const char c = *position_;
    if (c != delimiter_ && c != '\n' && c != '\r') return refused("sheets.text_after_quote");
    ++position_;
    if (c != delimiter_) return end_record(c);
    return CellEnd::Delimiter;
}

Result<RecordParser::CellEnd> RecordParser::end_record(char line_end) {
    ++line_;
    if (line_end == '\n') return CellEnd::Record;
    if (at_end() && !TRY(fill())) return CellEnd::Record;
    if (*position_ == '\n') ++position_;
    return CellEnd::Record;
}

Result<void> RecordParser::append(std::string& cell, std::string_view run) {
    row_bytes_ += run.size();
    if (cell.size() + run.size() > limits_.cell_bytes) {
        return refused(quoted_ ? "sheets.quoted_cell_too_long" : "sheets.cell_too_long",
                       limits_.cell_bytes);
    }
    if (row_bytes_ > limits_.row_bytes) return refused("sheets.row_too_long", limits_.row_bytes);
    cell.append(run);
    return {};
}

void RecordParser::count_lines(std::string_view run) {
    if (run.find_first_of("\r\n") == std::string_view::npos) {
        after_return_ = after_return_ && run.empty();
        return;
    }
    for (const char c : run) {
        if (c == '\r' || (c == '\n' && !after_return_)) ++line_;
        after_return_ = c == '\r';
    }
}

std::unexpected<Error> RecordParser::refused(std::string_view word, std::size_t limit) const {
    return fail(ErrorCode::InvalidInput, word,
                {std::to_string(record_), std::to_string(record_line_), column_letters(column_),
                 std::to_string(limit)},
                column_letters(column_) + std::to_string(record_));
}

}  // namespace credit::sheets::csv
