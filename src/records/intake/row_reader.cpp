#include "records/intake/row_reader.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "calendar/date_text.h"
#include "catalogue/code_list.h"
#include "catalogue/column.h"
#include "catalogue/headers/header_recognition.h"
#include "catalogue/subject_category.h"
#include "foundation/result.h"
#include "foundation/text.h"
#include "identity/check_characters.h"
#include "identity/identifier_form.h"
#include "identity/unified_social_credit_code.h"
#include "records/intake/row.h"
#include "sheets/reader.h"

namespace credit::records {
namespace {

using catalogue::Column;
using catalogue::ColumnRole;
using catalogue::Presence;
using catalogue::SubjectCategory;
using catalogue::ValueType;

Ground fault_word(std::string_view word, std::vector<std::string> arguments = {}) {
    return Ground{.word = std::string(word), .arguments = std::move(arguments)};
}

bool is_too_long(const Column& column, std::string_view cell) {
    return column.length > 0 && cell.size() > column.length &&
           text::count_characters(cell) > column.length;
}

bool holds_code(ColumnRole role) {
    return role == ColumnRole::SubjectCode || role == ColumnRole::AuthorityCode ||
           role == ColumnRole::SourceCode;
}

bool holds_identifier(ColumnRole role) {
    switch (role) {
        case ColumnRole::RegistrationNumber:
        case ColumnRole::OrganisationCode:
        case ColumnRole::TaxNumber:
        case ColumnRole::InstitutionNumber:
        case ColumnRole::SocialOrganisationNumber:
        case ColumnRole::PersonDocumentNumber:
        case ColumnRole::RepresentativeDocumentNumber:
            return true;
        default:
            return holds_code(role);
    }
}

// An identifier is as long as its normal form; spaces and the apostrophe of spreadsheets do not
// count. Where it fits as it was written it stays so: a row that was filed before is known by it.
std::string plain_text(const Column& column, std::string_view cell) {
    const bool code = holds_code(column.role);
    const bool long_number = holds_identifier(column.role) && is_too_long(column, cell);
    if (!code && !long_number) return std::string(cell);
    const auto normal = identity::normalise(cell);
    if (!normal) return std::string(cell);
    const bool whole = normal->view().size() == identity::UnifiedSocialCreditCode::length;
    return std::string(long_number || whole ? normal->view() : cell);
}

Result<std::string> read_text_value(const Column& column, std::string_view cell) {
    auto value = plain_text(column, cell);
    if (is_too_long(column, value)) {
        return fail(ErrorCode::InvalidInput, "records.cell_too_long",
                    {std::to_string(text::count_characters(value)), std::to_string(column.length)});
    }
    return value;
}

// Almost every cell has that form already.
std::string_view half_width(std::string_view cell, std::string& converted) {
    const auto is_ascii = [](char c) { return static_cast<unsigned char>(c) < 0x80; };
    if (std::ranges::all_of(cell, is_ascii)) return cell;
    return converted = text::to_half_width(cell);
}

Result<std::string> read_date_value(std::string_view cell) {
    std::string half;
    const auto day = calendar::parse_typed_date(half_width(cell, half));
    if (day) return calendar::to_text(*day);
    const bool time = day.error().grounds.front().word == "calendar.time_without_zone";
    return fail(ErrorCode::InvalidInput, time ? "records.time_without_zone" : "records.not_a_date");
}

// Commas part groups of three and nothing else: whoever writes "1,5" may mean a point.
std::optional<std::string> without_commas(std::string_view whole) {
    const auto first = whole.find(',');
    if (first == std::string_view::npos) return std::string(whole);
    if (first == 0 || first > 3 || whole.front() == '0') return std::nullopt;
    std::string digits(whole.substr(0, first));
    for (std::string_view rest = whole.substr(first); !rest.empty();) {
        const auto group = rest.substr(1, 3);
        if (rest.front() != ',' || group.size() != 3 || !identity::all_digits(group))
            return std::nullopt;
        digits += group;
        rest.remove_prefix(4);
    }
    return digits;
}

// Digits, one point, no more decimals than the table has. Only the width of characters is made
// equal: a raised or a ringed digit is no digit of an amount.
Result<std::string> read_number_value(const Column& column, std::string_view cell) {
    std::string converted;
    const std::string_view half = half_width(cell, converted);
    const auto point = half.find('.');
    const auto digits = without_commas(half.substr(0, point));
    std::string_view decimals;
    if (point != std::string_view::npos) decimals = half.substr(point + 1);
    while (decimals.ends_with('0')) decimals.remove_suffix(1);
    std::string_view whole = digits ? std::string_view(*digits) : std::string_view{};
    const bool written =
        !whole.empty() && identity::all_digits(whole) && identity::all_digits(decimals);
    while (whole.size() > 1 && whole.front() == '0') whole.remove_prefix(1);
    if (!written || whole.size() > 15 || decimals.size() > column.decimals) {
        return fail(ErrorCode::InvalidInput, "records.not_a_number",
                    {std::to_string(column.decimals)});
    }
    return decimals.empty() ? std::string(whole) : std::string(whole) + "." + std::string(decimals);
}

std::string spelled(const catalogue::CodedValue& value) {
    return value.written_out.empty() ? value.code : value.code + "-" + value.written_out;
}

Result<std::string> read_codes_value(const catalogue::CodeList& codes, std::string_view cell) {
    std::string joined;
    for (const auto& value : TRY(codes.parse_several(cell))) {
        if (!joined.empty()) joined += ';';
        joined += spelled(value);
    }
    return joined;
}

Result<std::string> read_value(const Column& column, const catalogue::CodeList* codes,
                               std::string_view cell) {
    switch (column.type) {
        case ValueType::Text:
            return read_text_value(column, cell);
        case ValueType::Date:
            return read_date_value(cell);
        case ValueType::Number:
            return read_number_value(column, cell);
        case ValueType::Code:
            return spelled(TRY(codes->parse(cell)));
        case ValueType::Codes:
            return read_codes_value(*codes, cell);
    }
    std::unreachable();
}

// Whether the value of the other column, which may hold several codes, is one of those named.
bool holds_one_of(std::string_view joined, const std::vector<std::string>& values) {
    return std::ranges::any_of(values, [joined](std::string_view value) {
        for (std::string_view rest = joined;;) {
            const auto end = rest.find(';');
            const auto each = rest.substr(0, end);
            if (each == value || (each.starts_with(value) && each[value.size()] == '-')) {
                return true;
            }
            if (end == std::string_view::npos) return false;
            rest.remove_prefix(end + 1);
        }
    });
}

bool must_be_filled(const Column& column, const Row& row) {
    if (column.presence != Presence::Conditional || !column.condition) {
        return column.presence == Presence::Mandatory;
    }
    const auto& condition = *column.condition;
    if (!condition.subjects.empty()) {
        return std::ranges::find(condition.subjects, category_of(row)) != condition.subjects.end();
    }
    const Cell* const other = row.find_column(condition.column);
    return other != nullptr && holds_one_of(other->text, condition.values);
}

}  // namespace

RowReader::RowReader(const catalogue::HeaderRecognition& header,
                     const catalogue::CodeLists& codes) {
    for (std::size_t position = 0; position < header.columns.size(); ++position) {
        const Column* const column = header.columns[position];
        if (column == nullptr) continue;
        const auto list = codes.find(column->code_list);
        places_.push_back({column, list ? *list : nullptr, position});
    }
    for (const auto& column : header.kind->columns) {
        if (std::ranges::find(header.columns, &column) == header.columns.end()) {
            absent_.push_back(&column);
        }
    }
}

void RowReader::read(const sheets::SheetRow& sheet_row, Row& row, Faults& faults) const {
    row.cells.clear();
    faults.clear();
    for (const auto& place : places_) read_cell(place, sheet_row, row, faults);
    require_filled(row, faults);
}

void RowReader::read_cell(const Place& place, const sheets::SheetRow& sheet_row, Row& row,
                          Faults& faults) {
    if (place.position >= sheet_row.cells.size()) return;
    const std::string& original = sheet_row.cells[place.position];
    const std::string_view trimmed = text::trim(original);
    const auto kind = place.position < sheet_row.kinds.size() ? sheet_row.kinds[place.position]
                                                              : sheets::CellKind::Text;
    if (kind == sheets::CellKind::RoundedNumber || kind == sheets::CellKind::Error ||
        kind == sheets::CellKind::Uncomputed) {
        const auto* const word = kind == sheets::CellKind::RoundedNumber
                                     ? "records.digits_lost"
                                     : "records.cell_is_formula";
        faults.push_back({place.column, place.position, original, fault_word(word)});
        return;
    }
    if (trimmed.empty()) return;
    auto value = read_value(*place.column, place.codes, trimmed);
    if (!value) {
        faults.push_back({place.column, place.position, original, value.error().grounds.front()});
        return;
    }
    row.cells.push_back({place.column, place.position, std::move(*value), original});
}

void RowReader::require_filled(const Row& row, Faults& faults) const {
    const auto already_faulted = [&faults](const Column* column) {
        return std::ranges::any_of(faults,
                                   [&](const Fault& each) { return each.column == column; });
    };
    const auto require = [&](const Column* column, std::size_t position) {
        if (row.find_column(column->code) != nullptr || !must_be_filled(*column, row)) return;
        if (already_faulted(column)) return;
        faults.push_back({column, position, "", fault_word("records.cell_missing")});
    };
    for (const auto& place : places_) require(place.column, place.position);
    for (const auto* column : absent_) require(column, 0);
}

catalogue::SubjectCategory category_of(const Row& row) {
    const auto said = catalogue::parse_subject_category(row.text(ColumnRole::SubjectCategory));
    if (said) return *said;
    const auto code = row.text(ColumnRole::SubjectCode);
    if (code.starts_with("92")) return SubjectCategory::IndividualBusiness;
    if (code.empty() && !row.text(ColumnRole::PersonDocumentNumber).empty()) {
        return SubjectCategory::NaturalPerson;
    }
    return SubjectCategory::Organisation;
}

}  // namespace credit::records
