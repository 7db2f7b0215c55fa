#include "ledger/keys.h"

#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstddef>
#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "foundation/bytes.h"
#include "foundation/crypto.h"
#include "foundation/durable_file.h"
#include "foundation/result.h"
#include "ledger/keys.sql.h"
#include "sql/session.h"

namespace credit::ledger {
namespace {

constexpr std::string_view heading = "xinheng keys 1";
constexpr std::size_t origin_bytes = 8;

struct NamedKey {
    std::string_view name;
    crypto::Key Keys::* key;
};

constexpr std::array<NamedKey, 3> named_keys{{{.name = "hmac", .key = &Keys::hmac},
                                              {.name = "wrapping", .key = &Keys::wrapping},
                                              {.name = "log", .key = &Keys::log_seed}}};

// Lines "name value" after the heading.
Result<std::map<std::string, std::string, std::less<>>> read_lines(const std::string& text) {
    std::map<std::string, std::string, std::less<>> values;
    std::string_view rest = text;
    for (bool first = true; !rest.empty(); first = false) {
        const auto end = std::min(rest.find('\n'), rest.size());
        const auto line = rest.substr(0, end);
        rest.remove_prefix(std::min(end + 1, rest.size()));
        const auto space = line.find(' ');
        if (first ? line != heading : space == std::string_view::npos)
            return fail(ErrorCode::InvalidInput, "ledger.keys_broken");
        if (!first) values.emplace(line.substr(0, space), line.substr(space + 1));
    }
    return values;
}

Result<Keys> parse_keys(const std::string& text) {
    const auto values = TRY(read_lines(text));
    Keys keys;
    for (const auto& [name, key] : named_keys) {
        const auto found = values.find(name);
        const auto bytes = found == values.end() ? Bytes() : TRY(from_hex(found->second));
        if (bytes.size() != (keys.*key).size())
            return fail(ErrorCode::InvalidInput, "ledger.keys_broken");
        std::ranges::copy(bytes, (keys.*key).begin());
    }
    const auto origin = values.find("origin");
    if (origin == values.end() || values.size() != named_keys.size() + 1)
        return fail(ErrorCode::InvalidInput, "ledger.keys_broken");
    keys.origin = origin->second;
    // It names a key of signed notes.
    if (keys.origin.empty() || keys.origin.find_first_of(" +\t\r") != std::string::npos)
        return fail(ErrorCode::InvalidInput, "ledger.keys_broken");
    return keys;
}

crypto::Digest check_value(const crypto::Key& key, std::string_view name) {
    return crypto::hmac_sha256(key, bytes_of("xinheng check value " + std::string(name)));
}

}  // namespace

Keys Keys::generate() {
    Keys keys{.hmac = crypto::random_key(),
              .wrapping = crypto::random_key(),
              .log_seed = crypto::random_key(),
              .origin = {}};
    const auto digest = crypto::sha256(BytesView(crypto::public_key_of(keys.log_seed)));
    keys.origin = "xinheng/" + to_hex(BytesView(digest).first(origin_bytes));
    return keys;
}

Result<void> write_keys(const std::filesystem::path& file, const Keys& keys) {
    std::string text(heading);
    text.append("\norigin ").append(keys.origin).append("\n");
    for (const auto& [name, key] : named_keys)
        text.append(name).append(" ").append(to_hex(keys.*key)).append("\n");
    const auto written = write_private(file, bytes_of(text));
    if (!written && written.error().code == ErrorCode::Conflict)
        return fail(ErrorCode::Conflict, "ledger.keys_exist", {file.string()});
    return written;
}

Result<Keys> read_keys(const std::filesystem::path& file) {
    struct stat status{};
    if (::stat(file.c_str(), &status) == 0 && (status.st_mode & (S_IRWXG | S_IRWXO)) != 0)
        return fail(ErrorCode::NotPermitted, "ledger.keys_open_to_others", {file.string()});
    auto keys = parse_keys(TRY(read_whole(file)));
    if (!keys) return fail(ErrorCode::InvalidInput, "ledger.keys_broken", {file.string()});
    return keys;
}

Result<void> enroll_keys(sql::Session& session, const Keys& keys) {
    if (!TRY(session.query(statements::find_checks)).empty())
        return fail(ErrorCode::Conflict, "ledger.already_enrolled");
    for (const auto& [name, key] : named_keys)
        TRY(session.execute(statements::insert_check,
                            {name, BytesView(check_value(keys.*key, name))}));
    return {};
}

Result<void> check_keys(sql::Session& session, const Keys& keys) {
    const auto rows = TRY(session.query(statements::find_checks));
    if (rows.empty()) return fail(ErrorCode::NotFound, "ledger.no_keys_enrolled");
    for (const auto& [name, key] : named_keys) {
        const auto row =
            std::ranges::find_if(rows, [&](const auto& each) { return each.text(0) == name; });
        if (row == rows.end() || !std::ranges::equal(row->bytes(1), check_value(keys.*key, name)))
            return fail(ErrorCode::NotPermitted, "ledger.wrong_keys");
    }
    return {};
}

}  // namespace credit::ledger
