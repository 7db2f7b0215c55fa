// Reader of workbooks (XLSX).

#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>

#include "foundation/result.h"
#include "sheets/limits.h"
#include "sheets/reader.h"
#include "sheets/xlsx/number_formats.h"
#include "sheets/xlsx/package.h"
#include "sheets/xlsx/string_table.h"
#include "sheets/xlsx/workbook.h"
#include "sheets/xlsx/worksheet_rows.h"

namespace credit::sheets::xlsx {

class WorkbookReader final : public Reader {
public:
    // Reads what tells of the sheets; shared strings and formats wait for the first row.
    // The errors of Package::open and read_workbook.
    static Result<std::unique_ptr<Reader>> open(const std::filesystem::path& path,
                                                const Limits& limits);

    WorkbookReader(std::unique_ptr<Package> package, Workbook workbook);

    Result<const SheetRow*> next() override;
    void skip_sheet() override { rows_.reset(); }
    Format format() const override { return {.kind = FileKind::Xlsx}; }
    Progress progress() const override;

private:
    Result<void> read_sources();
    Result<bool> open_next_sheet();

    std::unique_ptr<Package> package_;
    Workbook workbook_;
    std::optional<StringTable> strings_;
    NumberFormats formats_;
    std::unique_ptr<WorksheetRows> rows_;  // of the sheet being read
    std::size_t sheets_opened_ = 0;
    std::uint64_t rows_read_ = 0;
    std::uint64_t stated_bytes_ = 0;
    SheetRow row_;
};

}  // namespace credit::sheets::xlsx
