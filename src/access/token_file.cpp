#include "access/token_file.h"

#include <sys/stat.h>

#include <cstddef>
#include <filesystem>
#include <span>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "access/principal.h"
#include "foundation/bytes.h"
#include "foundation/durable_file.h"
#include "foundation/result.h"

namespace credit::access {
namespace {

constexpr std::string_view heading =
    "# Keep this file to yourself. Each line: role authority account token password\n";
constexpr std::string_view nothing = "-";

std::string field(const std::string& text) {
    return text.empty() ? std::string(nothing) : text;
}

std::string text_of(const std::string& field) {
    return field == nothing ? std::string() : field;
}

std::vector<std::string> fields_of(const std::string& line) {
    std::istringstream words(line);
    std::vector<std::string> fields;
    for (std::string word; words >> word;) fields.push_back(std::move(word));
    return fields;
}

Result<TokenEntry> entry_of(const std::vector<std::string>& fields, std::size_t line) {
    if (fields.size() == 1) return TokenEntry{.token = fields.front()};
    constexpr std::size_t whole = 5;
    auto role = parse_role(fields.front());
    if (fields.size() != whole || !role) {
        return fail(ErrorCode::InvalidInput, "access.token_file_broken", {std::to_string(line)});
    }
    return TokenEntry{.role = *role,
                      .authority = text_of(fields[1]),
                      .account = text_of(fields[2]),
                      .token = fields[3],
                      .password = text_of(fields[4])};
}

}  // namespace

Result<void> write_token_file(const std::filesystem::path& file,
                              std::span<const TokenEntry> entries) {
    std::string text(heading);
    for (const TokenEntry& entry : entries) {
        text += std::string(id_of(entry.role)) + " " + field(entry.authority) + " " +
                field(entry.account) + " " + entry.token + " " + field(entry.password) + "\n";
    }
    return write_private(file, bytes_of(text));
}

Result<std::vector<TokenEntry>> read_token_file(const std::filesystem::path& file) {
    struct stat status{};
    const bool found = ::stat(file.c_str(), &status) == 0;
    if (found && S_ISREG(status.st_mode) && (status.st_mode & (S_IRWXG | S_IRWXO)) != 0) {
        return fail(ErrorCode::NotPermitted, "access.tokens_open_to_others", {file.string()});
    }
    std::istringstream lines(TRY(read_whole(file)));
    std::vector<TokenEntry> entries;
    std::size_t number = 0;
    for (std::string line; std::getline(lines, line);) {
        ++number;
        const auto fields = fields_of(line);
        if (fields.empty() || fields.front().starts_with('#')) continue;
        entries.push_back(TRY(entry_of(fields, number)));
    }
    return entries;
}

}  // namespace credit::access
