#include "desk/submission_reader.h"

#include <cstddef>
#include <expected>
#include <filesystem>
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

Result<void> require_readable(const catalogue::HeaderRecognition& header) {
    if (!header.forbidden.empty()) return refuse(header.forbidden);
    if (!header.missing.empty()) {
        return fail(ErrorCode::InvalidInput, "records.header_incomplete", {joined(header.missing)});
    }
    if (!header.repeated.empty()) {
        return fail(ErrorCode::InvalidInput, "records.header_repeated", {joined(header.repeated)});
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

}  // namespace

Result<SubmissionReader> SubmissionReader::open(const Desk& desk,
                                                const catalogue::Authority& submitter,
                                                const std::filesystem::path& path, Date day) {
    SubmissionReader reader;
    reader.desk_ = &desk;
    reader.reader_ = TRY(sheets::Reader::open(path));
    TRY(reader.find_header(desk, day));
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

Result<void> SubmissionReader::find_header(const Desk& desk, Date day) {
    Error first{.code = ErrorCode::InvalidInput, .grounds = {Ground{.word = "records.file_empty"}}};
    for (int tried = 0; tried < rows_before_header_max; ++tried) {
        const auto* const row = TRY(reader_->next());
        if (row == nullptr) break;
        auto header = catalogue::recognise_header(desk.catalogue().kinds,
                                                  desk.catalogue().forbidden, row->cells, day);
        if (!header) {
            if (tried == 0) first = header.error();
            continue;
        }
        TRY(require_readable(*header));
        header_ = std::move(*header);
        header_row_ = *row;
        return {};
    }
    return std::unexpected(first);
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
        if (next == nullptr || next->sheet != header_row_.sheet) return count;
        auto& judged = rows[count];
        judged.sheet_row = *next;
        cells.read(judged.sheet_row, judged.row, judged.faults);
        judged.admission = records::admit(*filing_, judged.row, judged.faults);
    }
    return rows.size();
}

}  // namespace credit::desk
