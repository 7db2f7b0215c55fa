#include "sheets/xlsx/workbook_reader.h"

#include <algorithm>
#include <filesystem>
#include <memory>
#include <string>
#include <utility>

#include "foundation/check.h"
#include "foundation/result.h"
#include "sheets/limits.h"
#include "sheets/reader.h"
#include "sheets/sheet_row.h"
#include "sheets/xlsx/number_formats.h"
#include "sheets/xlsx/package.h"
#include "sheets/xlsx/shared_strings.h"
#include "sheets/xlsx/workbook.h"
#include "sheets/xlsx/worksheet_rows.h"

namespace credit::sheets::xlsx {

WorkbookReader::WorkbookReader(std::unique_ptr<Package> package, Workbook workbook)
    : package_(std::move(package)), workbook_(std::move(workbook)) {
    stated_bytes_ = package_->inflated() + package_->stated_size(workbook_.shared_strings) +
                    package_->stated_size(workbook_.styles);
    for (const Worksheet& sheet : workbook_.worksheets) {
        stated_bytes_ += package_->stated_size(sheet.part);
    }
}

Result<std::unique_ptr<Reader>> WorkbookReader::open(const std::filesystem::path& path,
                                                     const Limits& limits) {
    auto package = TRY(Package::open(path, limits));
    auto workbook = TRY(read_workbook(*package));
    return std::make_unique<WorkbookReader>(std::move(package), std::move(workbook));
}

Result<void> WorkbookReader::read_sources() {
    const Limits& limits = package_->limits();
    if (!workbook_.styles.empty()) {
        auto styles = TRY(package_->open_part(workbook_.styles));
        formats_ = TRY(NumberFormats::read(std::move(styles)));
    }
    if (workbook_.shared_strings.empty()) {
        strings_.emplace(limits.shared_string_memory);
        return {};
    }
    auto part = TRY(package_->open_part(workbook_.shared_strings));
    strings_.emplace(TRY(read_shared_strings(std::move(part), limits)));
    return {};
}

Result<bool> WorkbookReader::open_next_sheet() {
    if (!strings_) TRY(read_sources());
    CHECK(strings_.has_value());
    if (sheets_opened_ == workbook_.worksheets.size()) return false;
    const Worksheet& sheet = workbook_.worksheets[sheets_opened_++];
    const CellSources sources{
        .strings = *strings_, .formats = formats_, .counts_from_1904 = workbook_.counts_from_1904};
    auto part = TRY(package_->open_part(sheet.part));
    rows_ = std::make_unique<WorksheetRows>(std::move(part), sheet.name, sources);
    return true;
}

Result<const SheetRow*> WorkbookReader::next() {
    while (true) {
        if (!rows_ && !TRY(open_next_sheet())) return nullptr;
        if (!TRY(rows_->next(row_))) {
            rows_.reset();
            continue;
        }
        if (++rows_read_ > package_->limits().rows) {
            return fail(ErrorCode::InvalidInput, "sheets.too_many_rows",
                        {std::to_string(row_.number), row_.sheet, "",
                         std::to_string(package_->limits().rows)});
        }
        if (!is_blank(row_)) return &row_;
    }
}

Progress WorkbookReader::progress() const {
    return {.done = std::min(package_->inflated(), stated_bytes_), .total = stated_bytes_};
}

}  // namespace credit::sheets::xlsx
