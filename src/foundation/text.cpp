#include "foundation/text.h"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/stringpiece.h>
#include <unicode/uchar.h>
#include <unicode/umachine.h>
#include <unicode/utypes.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "foundation/bytes.h"
#include "foundation/check.h"
#include "foundation/text_decoder.h"
#include "foundation/text_utf8.h"

namespace credit::text {
namespace {

bool is_ascii(std::string_view text) {
    return std::ranges::all_of(text, [](char byte) { return static_cast<signed char>(byte) >= 0; });
}

std::uint8_t byte_at(std::string_view text, std::size_t at) {
    return static_cast<std::uint8_t>(text[at]);
}

// More than one byte, each one that may stand there.
bool stands_whole(std::string_view text, const Sequence& sequence) {
    if (sequence.wanted == 0 || text.size() <= sequence.wanted) return false;
    const std::uint8_t second = byte_at(text, 1);
    if (second < sequence.lowest || second > sequence.highest) return false;
    const std::string_view others = text.substr(2, sequence.wanted - 1U);
    return std::ranges::all_of(
        others, [](char byte) { return (static_cast<std::uint8_t>(byte) & 0xC0U) == 0x80; });
}

// The length in bytes of the character at the start of the text.
std::size_t length_of_first(std::string_view text) {
    std::string_view rest = text;
    take_character(rest);
    return text.size() - rest.size();
}

// Where the last character begins.
std::size_t start_of_last(std::string_view text) {
    if (byte_at(text, text.size() - 1) < 0x80) return text.size() - 1;
    for (std::size_t back = std::min<std::size_t>(text.size(), 4); back > 1; --back) {
        const std::size_t start = text.size() - back;
        if (length_of_first(text.substr(start)) == back) return start;
    }
    return text.size() - 1;
}

constexpr std::size_t longest_normalised = std::size_t{1} << 30;

}  // namespace

bool is_utf8(std::string_view text) {
    Utf8Check check;
    return check.feed(bytes_of(text)) == text.size() && check.complete();
}

char32_t take_character(std::string_view& text) {
    const auto first = byte_at(text, 0);
    if (first < 0x80) {
        text.remove_prefix(1);
        return first;
    }
    const Sequence sequence = sequence_of(first);
    if (!stands_whole(text, sequence)) {
        text.remove_prefix(1);
        return replacement;
    }
    // A first byte before n others carries 6 − n bits.
    char32_t character = first & (0x3FU >> sequence.wanted);
    for (std::size_t at = 1; at <= sequence.wanted; ++at) {
        character = (character << 6U) | (byte_at(text, at) & 0x3FU);
    }
    text.remove_prefix(sequence.wanted + 1U);
    return character;
}

void append(std::string& text, char32_t character) {
    const auto add = [&text](char32_t bits) { text.push_back(static_cast<char>(bits)); };
    if (character < 0x80) {
        add(character);
        return;
    }
    if (character < 0x800) {
        add(0xC0U | (character >> 6U));
    } else {
        if (character < 0x10000) {
            add(0xE0U | (character >> 12U));
        } else {
            add(0xF0U | (character >> 18U));
            add(0x80U | ((character >> 12U) & 0x3FU));
        }
        add(0x80U | ((character >> 6U) & 0x3FU));
    }
    add(0x80U | (character & 0x3FU));
}

std::size_t count_characters(std::string_view text) {
    std::size_t count = 0;
    for (; !text.empty(); ++count) take_character(text);
    return count;
}

bool is_space(char32_t character) {
    if (character < 0x80) return character == U' ' || (character >= U'\t' && character <= U'\r');
    constexpr std::array<char32_t, 5> invisible{0x180E, 0x200B, 0x200C, 0x200D, 0xFEFF};
    return u_isUWhiteSpace(static_cast<UChar32>(character)) != 0 ||
           std::ranges::find(invisible, character) != invisible.end() || character == 0x2060;
}

std::string_view trim(std::string_view text) {
    while (!text.empty()) {
        std::string_view rest = text;
        if (!is_space(take_character(rest))) break;
        text = rest;
    }
    while (!text.empty()) {
        const std::size_t last = start_of_last(text);
        std::string_view character = text.substr(last);
        if (!is_space(take_character(character))) break;
        text = text.substr(0, last);
    }
    return text;
}

std::string without_spaces(std::string_view text) {
    std::string kept;
    kept.reserve(text.size());
    while (!text.empty()) {
        const std::size_t length = length_of_first(text);
        std::string_view character = text.substr(0, length);
        if (!is_space(take_character(character))) kept.append(text.substr(0, length));
        text.remove_prefix(length);
    }
    return kept;
}

char32_t to_half_width(char32_t character) {
    if (character >= 0xFF01 && character <= 0xFF5E) return character - 0xFF01 + U'!';
    return character == 0x3000 ? U' ' : character;
}

std::string to_half_width(std::string_view text) {
    if (is_ascii(text)) return std::string(text);
    std::string half;
    half.reserve(text.size());
    while (!text.empty()) append(half, to_half_width(take_character(text)));
    return half;
}

std::string to_upper_ascii(std::string_view text) {
    std::string upper(text);
    std::ranges::transform(upper, upper.begin(), [](char character) {
        const bool small = character >= 'a' && character <= 'z';
        return small ? static_cast<char>(character - 'a' + 'A') : character;
    });
    return upper;
}

std::string nfkc(std::string_view text) {
    if (is_ascii(text)) return std::string(text);
    CHECK(text.size() < longest_normalised);
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* const form = icu::Normalizer2::getNFKCInstance(status);
    CHECK(U_SUCCESS(status));
    std::string normal;
    icu::StringByteSink<std::string> sink(&normal, static_cast<std::int32_t>(text.size()));
    const icu::StringPiece piece(text.data(), static_cast<std::int32_t>(text.size()));
    form->normalizeUTF8(0, piece, sink, nullptr, status);
    CHECK(U_SUCCESS(status));
    return normal;
}

std::size_t display_width(std::string_view text) {
    std::size_t width = 0;
    while (!text.empty()) {
        const auto character = static_cast<UChar32>(take_character(text));
        const auto category = U_MASK(u_charType(character));
        constexpr auto without_width = U_GC_MN_MASK | U_GC_ME_MASK | U_GC_CF_MASK | U_GC_CC_MASK;
        if ((category & without_width) != 0) continue;
        const auto kind = u_getIntPropertyValue(character, UCHAR_EAST_ASIAN_WIDTH);
        width += kind == U_EA_WIDE || kind == U_EA_FULLWIDTH ? 2 : 1;
    }
    return width;
}

}  // namespace credit::text
