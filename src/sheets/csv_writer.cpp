#include "sheets/csv_writer.h"

#include <cstddef>
#include <cstdio>
#include <filesystem>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "foundation/result.h"
#include "sheets/csv/formula_guard.h"
#include "sheets/file_bytes.h"
#include "sheets/part_file.h"

namespace credit::sheets {
namespace {

constexpr std::size_t buffer_bytes = std::size_t{64} << 10;
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

}  // namespace

void append_csv_cell(std::string& text, std::string_view cell) {
    const bool guarded = csv::needs_formula_guard(cell);
    const bool quoted = cell.find_first_of("\",;\t\r\n") != std::string_view::npos ||
                        cell.starts_with(' ') || cell.ends_with(' ');
    if (quoted) text += '"';
    if (guarded) text += '\'';
    if (!quoted) {
        text += cell;
        return;
    }
    for (const char c : cell) {
        if (c == '"') text += '"';
        text += c;
    }
    text += '"';
}

CsvWriter::CsvWriter(File file, std::filesystem::path path)
    : file_(std::move(file)), path_(std::move(path)), text_(byte_order_mark) {}

CsvWriter::~CsvWriter() {
    if (file_) remove_part(path_);
}

Result<CsvWriter> CsvWriter::create(const std::filesystem::path& path) {
    return CsvWriter(TRY(create_part(path)), path);
}

template <typename Cells>
Result<void> CsvWriter::write_cells(const Cells& cells) {
    bool first = true;
    for (const std::string_view cell : cells) {
        if (!std::exchange(first, false)) text_ += ',';
        append_csv_cell(text_, cell);
    }
    text_ += "\r\n";
    if (text_.size() >= buffer_bytes) return flush();
    return {};
}

Result<void> CsvWriter::write_row(std::span<const std::string> cells) {
    return write_cells(cells);
}

Result<void> CsvWriter::write_row(std::initializer_list<std::string_view> cells) {
    return write_cells(cells);
}

Result<void> CsvWriter::flush() {
    const std::size_t written = std::fwrite(text_.data(), 1, text_.size(), file_.get());
    if (written != text_.size()) return fail(ErrorCode::Unavailable, "sheets.cannot_write");
    text_.clear();
    return {};
}

Result<void> CsvWriter::finish() {
    TRY(flush());
    if (std::fflush(file_.get()) != 0) return fail(ErrorCode::Unavailable, "sheets.cannot_write");
    TRY(complete_part(path_));
    file_.reset();
    return {};
}

}  // namespace credit::sheets
