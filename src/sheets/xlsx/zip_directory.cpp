#include "sheets/xlsx/zip_directory.h"

#include <stdio.h>  // NOLINT(modernize-deprecated-headers): has fseeko
#include <sys/types.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "foundation/result.h"
#include "sheets/file_bytes.h"
#include "sheets/limits.h"

namespace credit::sheets::xlsx {
namespace {

// The record at the end of a zip file, its fields, and the longest comment after it.
constexpr std::string_view end_signature = "PK\x05\x06";
constexpr std::string_view end64_signature = "PK\x06\x06";
constexpr std::string_view locator_signature = "PK\x06\x07";
constexpr std::size_t end_bytes = 22;
constexpr std::size_t locator_bytes = 20;
constexpr std::size_t end64_bytes = 56;
constexpr std::size_t comment_bytes = 65'535;
constexpr std::uint64_t entry_bytes = 1024;  // generous: 46 and a path

std::uint64_t number_at(std::string_view bytes, std::size_t place, std::size_t width) {
    std::uint64_t number = 0;
    for (std::size_t i = width; i-- > 0;) {
        number = number << 8 | static_cast<unsigned char>(bytes[place + i]);
    }
    return number;
}

Result<std::string> read_at(const std::filesystem::path& path, std::uint64_t place,
                            std::size_t count) {
    const File file(std::fopen(path.c_str(), "rbe"));
    if (!file) return fail(ErrorCode::Unavailable, "sheets.cannot_open");
    std::string bytes(count, '\0');
    if (::fseeko(file.get(), static_cast<off_t>(place), SEEK_SET) != 0) bytes.clear();
    bytes.resize(std::fread(bytes.data(), 1, bytes.size(), file.get()));
    return bytes;
}

// Size of the directory by the zip64 record, where the locator before the end record names one.
Result<std::optional<std::uint64_t>> size_by_zip64(const std::filesystem::path& path,
                                                   std::string_view tail, std::size_t end) {
    if (end < locator_bytes) return std::nullopt;
    const std::string_view locator = tail.substr(end - locator_bytes, locator_bytes);
    if (!locator.starts_with(locator_signature)) return std::nullopt;
    const std::string record = TRY(read_at(path, number_at(locator, 8, 8), end64_bytes));
    if (record.size() < end64_bytes || !record.starts_with(end64_signature)) return std::nullopt;
    return number_at(record, 40, 8);
}

Result<void> check_end(const std::filesystem::path& path, std::string_view tail, std::size_t end,
                       const Limits& limits) {
    const auto by_zip64 = TRY(size_by_zip64(path, tail, end));
    const std::uint64_t directory = by_zip64.value_or(number_at(tail, end + 12, 4));
    if (directory <= limits.entries * entry_bytes) return {};
    return fail(ErrorCode::InvalidInput, "sheets.too_many_entries",
                {std::to_string(limits.entries)});
}

}  // namespace

Result<void> check_zip_directory(const std::filesystem::path& path, const Limits& limits) {
    const auto file = TRY(FileBytes::open(path));
    const std::uint64_t size = file.size();
    const auto tail_bytes =
        std::min<std::uint64_t>(size, end_bytes + comment_bytes + locator_bytes);
    const std::string tail = TRY(read_at(path, size - tail_bytes, tail_bytes));
    // Every record that the zip library might take for the end, since a comment can feign one.
    std::size_t ends = 0;
    for (auto end = tail.find(end_signature); end != std::string::npos;
         end = tail.find(end_signature, end + 1)) {
        if (tail.size() - end < end_bytes) break;
        TRY(check_end(path, tail, end, limits));
        ++ends;
    }
    if (ends > 0) return {};
    return fail(ErrorCode::InvalidInput, "sheets.broken_workbook", {"zip"});
}

}  // namespace credit::sheets::xlsx
