#include "identity/name_agreement.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "foundation/text.h"

namespace credit::identity {
namespace {

template <typename Table>
bool contains(const Table& table, char32_t character) {
    return std::ranges::find(table, character) != table.end();
}

// One bracket and one dot for all that are used in their place.
char32_t plain_name(char32_t character) {
    constexpr std::array<char32_t, 6> opening{U'[', U'{', 0x3008, 0x3010, 0x3014, 0x3016};
    constexpr std::array<char32_t, 6> closing{U']', U'}', 0x3009, 0x3011, 0x3015, 0x3017};
    constexpr std::array<char32_t, 11> dots{U'.',   0x2022, 0x2024, 0x2027, 0x2219, 0x22C5,
                                            0x25CF, 0x30FB, 0x3002, 0xFF65, 0x2E31};
    if (contains(opening, character)) return U'(';
    if (contains(closing, character)) return U')';
    return contains(dots, character) ? 0x00B7 : character;
}

}  // namespace

std::string normal_name(std::string_view name) {
    const std::string compatible = text::nfkc(text::unify_look_alikes(name));
    std::string normal;
    normal.reserve(compatible.size());
    for (std::string_view rest = compatible; !rest.empty();) {
        const char32_t character = plain_name(text::take_character(rest));
        if (!text::is_space(character)) text::append(normal, character);
    }
    return normal;
}

bool names_agree(std::string_view registered, std::string_view given) {
    const std::string normal = normal_name(given);
    return !normal.empty() && normal == normal_name(registered);
}

}  // namespace credit::identity
