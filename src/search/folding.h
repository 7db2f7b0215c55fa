// Folded name (归一名称): the form in which names are compared when they are searched.
//
// Widths, case, compatibility characters, radicals, and traditional for simplified characters are
// made one; spaces, brackets and punctuation are left out. Text is in UTF-16 units here: two bytes
// for almost every character of a name.

#pragma once

#include <string>
#include <string_view>

namespace credit::search {

// In Unicode's composed form, cut to `units_max` units.
std::u16string units_of(std::string_view text);
std::string text_of(std::u16string_view units);
inline constexpr std::size_t units_max = 255;

// Appends; at most units_max units stand in `folded` then.
void fold(std::u16string_view units, std::u16string& folded);
std::u16string folded(std::u16string_view units);
// The same, but traditional and simplified characters stay apart.
std::u16string folded_in_its_script(std::u16string_view units);

// Whether it is an ideograph: only these have a reading.
bool is_ideograph(char16_t unit);

}  // namespace credit::search
