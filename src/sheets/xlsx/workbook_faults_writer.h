// The workbook with a column of faults in each sheet, written row by row in constant memory.

#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "foundation/result.h"
#include "sheets/faults_writer.h"
#include "sheets/reader.h"

// NOLINTBEGIN(readability-identifier-naming): of libxlsxwriter
struct lxw_format;
struct lxw_workbook;
struct lxw_worksheet;
// NOLINTEND(readability-identifier-naming)

namespace credit::sheets::xlsx {

class WorkbookFaultsWriter final : public FaultsWriter {
public:
    // Unavailable "sheets.cannot_write".
    static Result<std::unique_ptr<FaultsWriter>> create(const std::filesystem::path& path,
                                                        FaultsRows rows);

    ~WorkbookFaultsWriter() override;

    Result<void> write_header(const SheetRow& header) override;
    Result<void> write_row(const SheetRow& row, std::string_view faults) override;
    Result<void> finish() override;

private:
    WorkbookFaultsWriter(std::filesystem::path path, lxw_workbook* workbook, FaultsRows rows);

    Result<void> write(const SheetRow& row, std::string_view faults);
    Result<void> write_cell(std::size_t column, std::string_view text, lxw_format* format);

    std::filesystem::path path_;
    lxw_workbook* workbook_;  // none once closed: closing is what frees it
    lxw_worksheet* sheet_ = nullptr;
    lxw_format* text_;
    lxw_format* fault_;
    FaultsRows rows_;
    std::size_t faults_column_ = 0;
    std::uint32_t next_row_ = 0;
    std::string cell_;
    bool finished_ = false;
};

}  // namespace credit::sheets::xlsx
