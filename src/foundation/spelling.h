// Spelling of bytes appended to a text that is there already: nothing is allocated for it.

#pragma once

#include <string_view>

#include "foundation/bytes.h"

namespace credit {

// Lower case.
template <typename Text>
constexpr void append_hex(Text& text, BytesView bytes) {
    constexpr std::string_view digits = "0123456789abcdef";
    for (const auto byte : bytes) {
        text.push_back(digits[byte >> 4U]);
        text.push_back(digits[byte & 15U]);
    }
}

// Crockford's alphabet, capitals, no padding; sorts as the bytes do.
template <typename Text>
constexpr void append_base32(Text& text, BytesView bytes) {
    constexpr std::string_view digits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    unsigned window = 0;
    unsigned bits = 0;
    for (const auto byte : bytes) {
        window = (window << 8U) | byte;
        for (bits += 8; bits >= 5; bits -= 5) {
            text.push_back(digits[(window >> (bits - 5U)) & 31U]);
        }
        window &= (1U << bits) - 1U;
    }
    if (bits > 0) text.push_back(digits[(window << (5U - bits)) & 31U]);
}

}  // namespace credit
