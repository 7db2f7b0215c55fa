// Text of the register: UTF-8, its normal forms, and its width in a table.
//
// Text inside the program is UTF-8. These functions accept any bytes: a byte that is not UTF-8
// reads as one U+FFFD, so that nothing fails here; what comes from outside is checked first
// (is_utf8, or text_decoder.h for other encodings).

#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace credit::text {

inline constexpr char32_t replacement = 0xFFFD;

// Strict: no overlong forms, no surrogates, nothing beyond U+10FFFF.
bool is_utf8(std::string_view text);

// Takes the first character off the text, which must not be empty.
char32_t take_character(std::string_view& text);
void append(std::string& text, char32_t character);
// Characters (code points), not bytes: what the lengths of the national tables count.
std::size_t count_characters(std::string_view text);

// Unicode's White_Space, and what is invisible but copied along: zero width spaces, U+FEFF.
bool is_space(char32_t character);
std::string_view trim(std::string_view text);
std::string without_spaces(std::string_view text);

// Full-width forms (全角) U+FF01..U+FF5E and the ideographic space as their ASCII characters.
char32_t to_half_width(char32_t character);
std::string to_half_width(std::string_view text);
// Characters that look like an ideograph without being one: radicals (U+2E80.., U+2F00..) and the
// private-use characters that older GB 18030 tables gave to rare ideographs of names.
std::string unify_look_alikes(std::string_view text);
std::string to_upper_ascii(std::string_view text);
std::string nfkc(std::string_view text);

// Columns of a terminal: two for wide and full-width characters, none for marks and controls.
std::size_t display_width(std::string_view text);

}  // namespace credit::text
