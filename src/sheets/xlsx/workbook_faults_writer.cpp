#include "sheets/xlsx/workbook_faults_writer.h"

#include <xlsxwriter/common.h>
#include <xlsxwriter/format.h>
#include <xlsxwriter/workbook.h>
#include <xlsxwriter/worksheet.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <expected>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "foundation/result.h"
#include "foundation/text.h"
#include "sheets/faults_writer.h"
#include "sheets/part_file.h"
#include "sheets/reader.h"

namespace credit::sheets::xlsx {
namespace {

constexpr std::size_t longest_cell = 32'767;  // characters a spreadsheet can hold
constexpr double faults_width = 60;
constexpr std::uint32_t red = 0xC00000;

std::unexpected<Error> cannot_write() {
    return fail(ErrorCode::Unavailable, "sheets.cannot_write");
}

// The beginning of a text that is longer than a cell can be.
std::string_view within_cell(std::string_view text) {
    if (text.size() <= longest_cell) return text;
    std::string_view rest = text;
    for (std::size_t count = 0; !rest.empty() && count < longest_cell; ++count) {
        text::take_character(rest);
    }
    return text.substr(0, text.size() - rest.size());
}

}  // namespace

WorkbookFaultsWriter::WorkbookFaultsWriter(std::filesystem::path path, lxw_workbook* workbook,
                                           FaultsRows rows)
    : path_(std::move(path)),
      workbook_(workbook),
      text_(workbook_add_format(workbook)),
      fault_(workbook_add_format(workbook)),
      rows_(rows) {
    format_set_num_format(text_, "@");
    format_set_num_format(fault_, "@");
    format_set_font_color(fault_, red);
}

WorkbookFaultsWriter::~WorkbookFaultsWriter() {
    if (workbook_ != nullptr) static_cast<void>(workbook_close(workbook_));
    if (!finished_) remove_part(path_);
}

Result<std::unique_ptr<FaultsWriter>> WorkbookFaultsWriter::create(
    const std::filesystem::path& path, FaultsRows rows) {
    TRY(create_part(path));  // the library then writes into the file that is for its owner alone
    lxw_workbook_options options{};
    options.constant_memory = LXW_TRUE;
    lxw_workbook* workbook = workbook_new_opt(part_path(path).c_str(), &options);
    if (workbook == nullptr) return cannot_write();
    return std::unique_ptr<FaultsWriter>(new WorkbookFaultsWriter(path, workbook, rows));
}

Result<void> WorkbookFaultsWriter::write_header(const SheetRow& header) {
    const bool named =
        !header.sheet.empty() &&
        workbook_validate_sheet_name(workbook_, header.sheet.c_str()) == LXW_NO_ERROR;
    sheet_ = workbook_add_worksheet(workbook_, named ? header.sheet.c_str() : nullptr);
    if (sheet_ == nullptr) return cannot_write();
    next_row_ = 0;
    faults_column_ = header.cells.size();
    const auto column = static_cast<lxw_col_t>(faults_column_);
    if (column > 0) {
        worksheet_set_column(sheet_, 0, static_cast<lxw_col_t>(column - 1), LXW_DEF_COL_WIDTH,
                             text_);
    }
    worksheet_set_column(sheet_, column, column, faults_width, fault_);
    return write(header, faults_header);
}

Result<void> WorkbookFaultsWriter::write_row(const SheetRow& row, std::string_view faults) {
    if (rows_ == FaultsRows::FaultyOnly && faults.empty()) return {};
    return write(row, faults);
}

Result<void> WorkbookFaultsWriter::write(const SheetRow& row, std::string_view faults) {
    if (sheet_ == nullptr) return cannot_write();
    if (rows_ == FaultsRows::All) next_row_ = static_cast<std::uint32_t>(row.number - 1);
    for (std::size_t i = 0; i < std::max(row.cells.size(), faults_column_ + 1); ++i) {
        if (i == faults_column_) TRY(write_cell(i, faults, fault_));
        if (i >= row.cells.size()) continue;
        TRY(write_cell(i < faults_column_ ? i : i + 1, row.cells[i], text_));
    }
    ++next_row_;
    return {};
}

Result<void> WorkbookFaultsWriter::write_cell(std::size_t column, std::string_view text,
                                              lxw_format* format) {
    if (text.empty()) return {};
    cell_ = within_cell(text);
    const auto written = worksheet_write_string(sheet_, next_row_, static_cast<lxw_col_t>(column),
                                                cell_.c_str(), format);
    if (written != LXW_NO_ERROR) return cannot_write();
    return {};
}

Result<void> WorkbookFaultsWriter::finish() {
    if (workbook_close(std::exchange(workbook_, nullptr)) != LXW_NO_ERROR) return cannot_write();
    TRY(complete_part(path_));
    finished_ = true;
    return {};
}

}  // namespace credit::sheets::xlsx
