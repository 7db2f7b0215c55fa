#include "search/organisation.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <ranges>
#include <string>
#include <string_view>

#include "identity/subject_kind.h"
#include "identity/unified_social_credit_code.h"

namespace credit::search {
namespace {

using Number = unsigned __int128;

constexpr std::string_view digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

}  // namespace

std::optional<Organisation> Organisation::of(std::string_view subject_key,
                                             identity::SubjectKind kind) {
    using enum identity::SubjectKind;
    const bool public_kind = kind == LegalPerson || kind == OtherOrganisation;
    if (!public_kind || !subject_key.starts_with('O')) return std::nullopt;
    return with_code(subject_key.substr(1));
}

std::optional<Organisation> Organisation::with_code(std::string_view code) {
    if (code.size() != identity::UnifiedSocialCreditCode::length) return std::nullopt;
    // 92: an individual business, whatever else is said of it.
    if (code.starts_with("92")) return std::nullopt;
    Number number = 0;
    for (const char character : code) {
        const auto digit = digits.find(character);
        if (digit == std::string_view::npos) return std::nullopt;
        number = number * digits.size() + digit;
    }
    Organisation made;
    for (auto& part : std::views::reverse(made.packed_)) {
        part = static_cast<std::uint32_t>(number);
        number >>= 32U;
    }
    return made;
}

std::string Organisation::code() const {
    Number number = 0;
    for (const auto part : packed_) number = (number << 32U) | part;
    std::string code(identity::UnifiedSocialCreditCode::length, '0');
    for (auto& digit : std::views::reverse(code)) {
        digit = digits[static_cast<std::size_t>(number % digits.size())];
        number /= digits.size();
    }
    return code;
}

}  // namespace credit::search
