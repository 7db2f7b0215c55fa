#include "desk/submission_reader.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <expected>
#include <filesystem>
#include <iterator>
#include <memory>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "catalogue/headers/header_recognition.h"
#include "catalogue/offices/area_codes.h"
#include "catalogue/offices/authority.h"
#include "catalogue/record_kind.h"
#include "desk/desk.h"
#include "foundation/clock.h"
#include "foundation/result.h"
#include "foundation/threads/side_thread.h"
#include "records/intake/intake_rules.h"
#include "records/intake/judged_row.h"
#include "records/intake/row_reader.h"
#include "sheets/reader.h"

namespace credit::desk {
namespace {

// Some offices put a title and a remark above the header.
constexpr int rows_before_header_max = 5;
constexpr std::size_t rows_at_once = 512;

std::string joined(const std::vector<std::string>& headers) {
    std::string text;
    for (const auto& header : headers) text += (text.empty() ? "" : "、") + header;
    return text;
}

// Named where the workbook may have others; a CSV has no sheets.
Result<void> require_readable(catalogue::HeaderRecognition& header, const std::string& sheet) {
    if (!header.forbidden.empty()) {
        for (auto& ground : header.forbidden) {
            if (!sheet.empty()) ground.pointer = sheet + "!" + ground.pointer;
        }
        return refuse(header.forbidden);
    }
    if (!header.missing.empty()) {
        return fail(ErrorCode::InvalidInput, "records.header_incomplete", {joined(header.missing)},
                    sheet);
    }
    if (!header.repeated.empty()) {
        return fail(ErrorCode::InvalidInput, "records.header_repeated", {joined(header.repeated)},
                    sheet);
    }
    return {};
}

// What is no reference and may be filed by some alone is refused with the article that says so.
Result<void> require_filer(const catalogue::RecordKind& kind,
                           const catalogue::Authority& submitter) {
    if (kind.may_be_filed_by(submitter)) return {};
    const bool some_alone = !kind.filed_by.empty() && !kind.reference;
    return fail(ErrorCode::Refused,
                some_alone ? "records.filed_by_" + kind.filed_by.front() : "records.not_its_kind",
                {kind.zh});
}

std::string told_kind(const catalogue::RecordKind& kind) {
    return kind.zh + " " + kind.version;
}

}  // namespace

Result<SubmissionReader> SubmissionReader::open(const Desk& desk,
                                                const catalogue::Authority& submitter,
                                                const std::filesystem::path& path, Date day) {
    SubmissionReader reader;
    reader.desk_ = &desk;
    reader.reader_ = TRY(sheets::Reader::open(path));
    reader.catalogue_ = &desk.catalogue();
    reader.day_ = day;
    if (!TRY(reader.find_header())) {
        return reader.first_error_ ? std::unexpected(*std::move(reader.first_error_))
                                   : fail(ErrorCode::InvalidInput, "records.file_empty");
    }
    TRY(require_filer(*reader.header_.kind, submitter));
    auto areas = TRY(catalogue::area_codes_on(day));
    reader.filing_ = std::make_unique<records::Filing>(
        records::Filing{.law = desk.law(),
                        .catalogue = desk.catalogue(),
                        .kind = *reader.header_.kind,
                        .submitter = submitter,
                        .day = day,
                        .areas = std::move(areas),
                        .exceptions = *desk.identifiers().reading(day).exceptions});
    return reader;
}

Result<bool> SubmissionReader::find_header() {
    while (true) {
        const auto* const row = ahead_ != nullptr ? ahead_ : TRY(reader_->next());
        ahead_ = nullptr;
        if (row == nullptr) return false;
        const std::string sheet = row->sheet;
        if (TRY(find_header_from(row))) return true;
        sheets_left_out_.push_back(sheet);
    }
}

Result<bool> SubmissionReader::find_header_from(const sheets::SheetRow* row) {
    const std::string sheet = row->sheet;
    for (int tried = 0; row != nullptr && row->sheet == sheet; ++tried) {
        if (tried == rows_before_header_max) {
            reader_->skip_sheet();
            return false;
        }
        auto header =
            catalogue::recognise_header(catalogue_->kinds, catalogue_->forbidden, row->cells, day_);
        if (header) {
            TRY(begin_sheet(*std::move(header), *row));
            return true;
        }
        // Of a kind that is known, though not to be filed on that day.
        if (header.error().code == ErrorCode::Refused) return std::unexpected(header.error());
        if (!first_error_) first_error_ = header.error();
        row = TRY(reader_->next());
    }
    ahead_ = row;
    return false;
}

Result<void> SubmissionReader::begin_sheet(catalogue::HeaderRecognition header,
                                           const sheets::SheetRow& row) {
    TRY(require_readable(header, row.sheet));
    if (header_.kind != nullptr && header_.kind != header.kind) {
        return fail(
            ErrorCode::InvalidInput, "records.sheets_differ",
            {header_row_.sheet, told_kind(*header_.kind), row.sheet, told_kind(*header.kind)},
            row.sheet);
    }
    header_ = std::move(header);
    header_row_ = row;
    counted_before_ = last_number_;
    sheets_.push_back({.name = row.sheet, .counted_before = counted_before_});
    return {};
}

Result<bool> SubmissionReader::next_sheet() {
    return find_header();
}

std::string SubmissionReader::place_of(std::uint64_t number) const {
    const auto after = std::ranges::find_if(
        sheets_, [number](const Sheet& sheet) { return sheet.counted_before >= number; });
    if (sheets_.size() < 2 || after == sheets_.begin()) return std::to_string(number);
    const auto& sheet = *std::prev(after);
    return sheet.name + "!" + std::to_string(number - sheet.counted_before);
}

Result<void> SubmissionReader::visit(const Visitor& visitor) {
    const records::RowReader cells(header_, filing_->catalogue.codes);
    std::vector<records::JudgedRow> rows(rows_at_once);
    std::vector<records::JudgedRow> visited(rows_at_once);
    SideThread visiting;
    while (true) {
        const auto count = TRY(judge_next(cells, rows));
        TRY(visiting.outcome());
        TRY(desk_->still_open());
        if (count < rows.size()) return visitor(std::span(rows).first(count));
        rows.swap(visited);
        visiting.give([&] { return visitor(std::span(visited)); });
    }
}

// Their memory is used again.
Result<std::size_t> SubmissionReader::judge_next(const records::RowReader& cells,
                                                 std::span<records::JudgedRow> rows) {
    for (std::size_t count = 0; count < rows.size(); ++count) {
        const auto* const next = TRY(reader_->next());
        if (next == nullptr || next->sheet != header_row_.sheet) {
            ahead_ = next;
            return count;
        }
        auto& judged = rows[count];
        judged.sheet_row = *next;
        judged.sheet_row.number += counted_before_;
        last_number_ = judged.sheet_row.number;
        cells.read(judged.sheet_row, judged.row, judged.faults);
        judged.admission = records::admit(*filing_, judged.row, judged.faults);
    }
    return rows.size();
}

}  // namespace credit::desk
