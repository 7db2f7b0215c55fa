#include "notices/channels/address_book.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "foundation/bytes.h"
#include "foundation/crypto.h"
#include "foundation/result.h"
#include "notices/channels/channel.h"
#include "notices/service.sql.h"
#include "sql/session.h"

namespace credit::notices {
namespace {

std::string context_of(std::string_view subject_key, std::string_view channel) {
    return "address/" + std::string(subject_key) + "/" + std::string(channel);
}

// What could break out of an envelope, or is no address at all, is none.
bool is_plain(char character) {
    return character > ' ' && character < '\x7F' && character != '<' && character != '>' &&
           character != '"' && character != ',' && character != ';' && character != '\\';
}

bool is_mail_address(std::string_view address) {
    constexpr std::size_t local_max = 64;
    const auto at = address.find('@');
    return at != std::string_view::npos && at > 0 && at <= local_max && at + 1 < address.size() &&
           address.find('@', at + 1) == std::string_view::npos && address.back() != '.';
}

bool is_telephone_number(std::string_view address) {
    constexpr std::size_t shortest = 7;
    constexpr std::size_t longest = 16;
    const auto digits = address.starts_with('+') ? address.substr(1) : address;
    return digits.size() >= shortest && digits.size() <= longest &&
           std::ranges::all_of(digits, [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

Result<void> AddressBook::save(sql::Session& session, std::string_view subject_key,
                               std::string_view channel, std::string_view address) const {
    const Bytes box =
        crypto::seal(wrapping_, bytes_of(address), bytes_of(context_of(subject_key, channel)));
    TRY(session.execute(statements::save_address, {subject_key, channel, box}));
    return {};
}

Result<void> AddressBook::remove(sql::Session& session, std::string_view subject_key,
                                 std::string_view channel) {
    TRY(session.execute(statements::remove_address, {subject_key, channel}));
    return {};
}

Result<std::optional<std::string>> AddressBook::find(sql::Session& session,
                                                     std::string_view subject_key,
                                                     std::string_view channel) const {
    const auto row = TRY(session.find(statements::find_address, {subject_key, channel}));
    if (!row) return std::nullopt;
    const auto plain =
        TRY(crypto::open(wrapping_, row->bytes(0), bytes_of(context_of(subject_key, channel))));
    return std::string(text_of(plain));
}

Grounds judge_address(std::string_view channel, std::string_view address) {
    constexpr std::size_t longest = 254;
    bool fits =
        !address.empty() && address.size() <= longest && std::ranges::all_of(address, is_plain);
    if (channel == mail_channel) fits = fits && is_mail_address(address);
    if (channel == text_message_channel) fits = fits && is_telephone_number(address);
    if (fits) return {};
    return {{.word = "notices.not_an_address", .pointer = "/address"}};
}

}  // namespace credit::notices
