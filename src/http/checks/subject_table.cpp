#include "http/checks/subject_table.h"

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string_view>
#include <utility>

#include "catalogue/headers/subject_headers.h"
#include "foundation/result.h"
#include "foundation/text.h"
#include "identity/identifier.h"
#include "sheets/reader.h"

namespace credit::http {

std::string_view cell_at(const sheets::SheetRow& row, std::size_t column) {
    return column < row.cells.size() ? text::trim(row.cells[column]) : std::string_view();
}

Result<SubjectTable> SubjectTable::open(const std::filesystem::path& path,
                                        const identity::Reading& reading) {
    return SubjectTable(TRY(sheets::Reader::open(path)), reading);
}

Result<const SubjectTable::Row*> SubjectTable::next() {
    const auto* row = TRY(reader_->next());
    if (row == nullptr && !sheet_) return fail(ErrorCode::InvalidInput, "records.file_empty");
    while (row != nullptr && sheet_ != row->sheet) {
        if (!TRY(begin_sheet(*row))) break;
        row = TRY(reader_->next());
    }
    return row == nullptr ? nullptr : told(*row);
}

Result<bool> SubjectTable::begin_sheet(const sheets::SheetRow& first) {
    sheet_ = first.sheet;
    const auto& headers = catalogue::SubjectHeaders::known();
    if (auto found = headers.find(first.cells)) {
        columns_ = *std::move(found);
        return true;
    }
    if (identity::parse_identifier(cell_at(first, 0), reading_)) {
        columns_ = {.identifiers = {0}, .name = std::nullopt};
        if (!cell_at(first, 1).empty()) columns_.name = 1;
        return false;
    }
    if (first.sheet.empty()) {
        return fail(ErrorCode::InvalidInput, "checks.header_not_known", {headers.told()});
    }
    return fail(ErrorCode::InvalidInput, "checks.sheet_not_known", {headers.told(), first.sheet});
}

const SubjectTable::Row* SubjectTable::told(const sheets::SheetRow& row) {
    std::size_t column = columns_.identifiers.front();
    row_.identifier = cell_at(row, column);
    for (std::size_t at = 1; row_.identifier.empty() && at < columns_.identifiers.size(); ++at) {
        column = columns_.identifiers[at];
        row_.identifier = cell_at(row, column);
    }
    row_.number = row.number;
    row_.digits_lost =
        column < row.kinds.size() && row.kinds[column] == sheets::CellKind::RoundedNumber;
    row_.name = columns_.name ? std::optional(cell_at(row, *columns_.name)) : std::nullopt;
    return &row_;
}

}  // namespace credit::http
