#include "sheets/reader.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <initializer_list>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "foundation/result.h"
#include "foundation/text.h"
#include "sheets/csv/csv_reader.h"
#include "sheets/file_bytes.h"
#include "sheets/limits.h"
#include "sheets/xlsx/workbook_reader.h"

namespace credit::sheets {
namespace {

using namespace std::string_view_literals;

bool starts_with_any(std::string_view text, std::initializer_list<std::string_view> starts) {
    return std::ranges::any_of(starts, [&](std::string_view s) { return text.starts_with(s); });
}

// Systems of offices export web pages and XML under the name .xls; a spreadsheet opens them.
bool is_web_page(std::string_view start) {
    const std::string text = text::to_upper_ascii(text::trim(start));
    return starts_with_any(text, {"<HTML", "<!DOCTYPE", "<TABLE", "<?XML", "<HEAD", "<META"});
}

// The word for a file that is surely no table read here; none when it may be text.
std::optional<std::string_view> known_otherwise(std::string_view start) {
    if (start.empty()) return "sheets.empty_file";
    if (start.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv)) return "sheets.old_workbook";
    if (is_web_page(start)) return "sheets.web_page";
    const bool other =
        starts_with_any(start, {"%PDF-"sv, "Rar!\x1A"sv, "7z\xBC\xAF\x27"sv, "\x1F\x8B\x08"sv,
                                "\x89PNG"sv, "\xFF\xD8\xFF"sv, "SQLite format 3\0"sv,
                                "\x7F"
                                "ELF"sv});
    if (other) return "sheets.not_a_table";
    return std::nullopt;
}

}  // namespace

Result<std::unique_ptr<Reader>> Reader::open(const std::filesystem::path& path,
                                             const Limits& limits) {
    auto file = TRY(FileBytes::open(path));
    std::array<char, 512> bytes{};
    const std::string_view start(bytes.data(), TRY(file.read(bytes)));
    if (const auto word = known_otherwise(start)) return fail(ErrorCode::InvalidInput, *word);
    if (starts_with_any(start, {"PK\x03\x04"sv, "PK\x05\x06"sv, "PK\x07\x08"sv})) {
        return xlsx::WorkbookReader::open(path, limits);
    }
    TRY(file.rewind());
    return csv::CsvReader::open(std::move(file), limits);
}

}  // namespace credit::sheets
