#include "sheets/xlsx/worksheet_rows.h"

#include <charconv>
#include <cstddef>
#include <cstdint>
#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>

#include "foundation/result.h"
#include "sheets/limits.h"
#include "sheets/reader.h"
#include "sheets/xlsx/number_text.h"
#include "sheets/xlsx/package.h"
#include "sheets/xlsx/shared_strings.h"
#include "sheets/xlsx/xml_parser.h"

namespace credit::sheets::xlsx {
namespace {

// What a spreadsheet can hold.
constexpr std::uint64_t last_row = 1'048'576;
constexpr std::size_t columns_of_a_sheet = 16'384;

std::optional<std::uint64_t> number_of(std::string_view text) {
    std::uint64_t number = 0;
    const auto parsed = std::from_chars(text.begin(), text.end(), number);
    if (text.empty() || parsed.ec != std::errc() || parsed.ptr != text.end()) return std::nullopt;
    return number;
}

// 27 for "AB12".
std::optional<std::size_t> column_of(std::string_view reference) {
    std::size_t column = 0;
    for (const char c : reference) {
        if (c < 'A' || c > 'Z' || column > columns_of_a_sheet) break;
        column = column * 26 + static_cast<std::size_t>(c - 'A') + 1;
    }
    if (column == 0 || column > columns_of_a_sheet) return std::nullopt;
    return column - 1;
}

}  // namespace

WorksheetRows::WorksheetRows(Part part, std::string sheet, const CellSources& sources)
    : sheet_(std::move(sheet)), sources_(sources), parser_(std::move(part), *this) {}

Result<bool> WorksheetRows::next(SheetRow& row) {
    if (data_ended_) return false;
    row_ = &row;
    row_complete_ = false;
    while (!row_complete_ && TRY(parser_.read())) {
        if (data_ended_) return false;
    }
    return row_complete_;
}

Handled WorksheetRows::start(std::string_view name, const Attributes& attributes) {
    if (!in_data_) {
        in_data_ = name == "sheetData";
        return {};
    }
    if (name == "row") return start_row(attributes);
    if (name == "c") return start_cell(attributes);
    if (name == "f") has_formula_ = true;
    if (name == "rPh") phonetic_ = true;
    in_value_ = name == "v" || (name == "t" && type_ == Type::Inline && !phonetic_);
    has_value_ = has_value_ || in_value_;
    return {};
}

Handled WorksheetRows::end(std::string_view name) {
    in_value_ = false;
    if (!in_data_) return {};
    if (name == "c") return end_cell();
    if (name == "rPh") phonetic_ = false;
    if (name == "row") {
        row_->cells.resize(cells_);
        row_->kinds.resize(cells_);
        row_complete_ = true;
        parser_.pause();
    }
    if (name == "sheetData") {  // what follows tells of formats, print and filters
        data_ended_ = true;
        parser_.pause();
    }
    return {};
}

Handled WorksheetRows::text(std::string_view piece) {
    if (!in_value_) return {};
    const std::size_t limit = parser_.package().limits().cell_bytes;
    if (value_.size() + piece.size() > limit) return refused("sheets.cell_too_long", limit);
    value_ += piece;
    return {};
}

Handled WorksheetRows::start_row(const Attributes& attributes) {
    const auto reference = attributes.find("r");
    const auto number = reference.empty() ? row_number_ + 1 : number_of(reference).value_or(0);
    if (number <= row_number_ || number > last_row) {
        ++row_number_;
        return refused("sheets.broken_row");
    }
    row_number_ = number;
    next_column_ = 0;
    cells_ = 0;
    row_bytes_ = 0;
    row_->sheet = sheet_;
    row_->number = number;
    row_->line = number;
    return {};
}

Handled WorksheetRows::start_cell(const Attributes& attributes) {
    const auto reference = attributes.find("r");
    const auto column = reference.empty() ? next_column_ : column_of(reference);
    if (!column || row_number_ == 0) return refused("sheets.broken_row");
    column_ = *column;
    next_column_ = column_ + 1;
    value_.clear();
    has_value_ = false;
    has_formula_ = false;
    phonetic_ = false;
    style_ = number_of(attributes.find("s")).value_or(0);
    const auto type = attributes.find("t");
    if (type.empty() || type == "n") {
        type_ = Type::Number;
    } else if (type == "s") {
        type_ = Type::Shared;
    } else if (type == "inlineStr") {
        type_ = Type::Inline;
    } else if (type == "b") {
        type_ = Type::Boolean;
    } else if (type == "e") {
        type_ = Type::Error;
    } else {
        type_ = type == "d" ? Type::Date : Type::Formula;
    }
    return {};
}

Handled WorksheetRows::end_cell() {
    if (!has_value_) return has_formula_ ? put("", CellKind::Uncomputed) : Handled();
    switch (type_) {
        case Type::Number: {
            if (value_.empty()) return {};
            const auto number =
                number_text(value_, sources_.formats.form(style_), sources_.counts_from_1904);
            return put(number.text, number.kind);
        }
        case Type::Shared:
            return put_shared();
        case Type::Boolean:
            return put(value_ == "1" || value_ == "true" ? "TRUE" : "FALSE", CellKind::Boolean);
        case Type::Error:
            return put(value_, CellKind::Error);
        case Type::Date:
            return put(iso_date_text(value_), CellKind::Date);
        case Type::Inline:
        case Type::Formula:
            unescape(value_);
            return put(value_, CellKind::Text);
    }
    std::unreachable();
}

Handled WorksheetRows::put_shared() {
    const auto number = number_of(value_);
    if (!number || !TRY(sources_.strings.get(*number, shared_))) {
        return refused("sheets.broken_row");
    }
    TRY(parser_.package().count_repeated(shared_.size(), sheet_));
    return put(shared_, CellKind::Text);
}

Handled WorksheetRows::put(std::string_view text, CellKind kind) {
    if (text.empty() && kind != CellKind::Uncomputed) return {};
    const Limits& limits = parser_.package().limits();
    if (column_ >= limits.columns) return refused("sheets.too_many_columns", limits.columns);
    row_bytes_ += text.size();
    if (row_bytes_ > limits.row_bytes) return refused("sheets.row_too_long", limits.row_bytes);
    for (; cells_ <= column_; ++cells_) {
        if (cells_ == row_->cells.size()) row_->cells.emplace_back();
        if (cells_ >= row_->kinds.size()) row_->kinds.emplace_back();
        row_->cells[cells_].clear();
        row_->kinds[cells_] = CellKind::Text;
    }
    row_->cells[column_] = text;
    row_->kinds[column_] = kind;
    return {};
}

std::unexpected<Error> WorksheetRows::refused(std::string_view word, std::size_t limit) const {
    return fail(
        ErrorCode::InvalidInput, word,
        {std::to_string(row_number_), sheet_, column_letters(column_), std::to_string(limit)},
        sheet_ + '!' + column_letters(column_) + std::to_string(row_number_));
}

}  // namespace credit::sheets::xlsx
