// The shape of a UTF-8 sequence (RFC 3629, section 4): what its first byte says of the others.

#pragma once

#include <cstdint>

namespace credit::text {

struct Sequence {
    std::uint8_t wanted = 0;     // continuation bytes that follow; 0: none, or a bad first byte
    std::uint8_t lowest = 0x80;  // what the first of them may be
    std::uint8_t highest = 0xBF;
};

constexpr Sequence sequence_of(std::uint8_t first) {
    if (first < 0xC2 || first > 0xF4) return {};
    if (first < 0xE0) return {.wanted = 1};
    if (first == 0xE0) return {.wanted = 2, .lowest = 0xA0};
    if (first == 0xED) return {.wanted = 2, .highest = 0x9F};
    if (first < 0xF0) return {.wanted = 2};
    if (first == 0xF0) return {.wanted = 3, .lowest = 0x90};
    if (first == 0xF4) return {.wanted = 3, .highest = 0x8F};
    return {.wanted = 3};
}

}  // namespace credit::text
