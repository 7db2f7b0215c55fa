// The normal form of what people type as an identifier, and the forms of numbers without a check.
//
// Full width, lower case, spaces, hyphens, brackets and the apostrophe of spreadsheets go; the
// caller keeps the original. The permits of residents of Hong Kong, Macau and Taiwan end in a
// number of issue in their older form; only what stays with the holder for life is kept.

#pragma once

#include <cstddef>
#include <string_view>

#include "foundation/result.h"
#include "foundation/short_text.h"
#include "identity/scheme.h"

namespace credit::identity {

inline constexpr std::size_t longest_identifier = 32;
using IdentifierText = ShortText<longest_identifier>;

// Capitals and digits only. InvalidInput "identity.empty", "identity.too_long",
// "identity.foreign_character" (its place, counted from 1 in what was typed).
Result<IdentifierText> normalise(std::string_view original);

// The lasting part of the number. InvalidInput when it has not the scheme's form:
// "identity.hong_kong_macau_form", "identity.taiwan_form", "identity.passport_form",
// "identity.permanent_residence_form", and "identity.number_form" for numbers of organisations.
Result<IdentifierText> lasting_number(Scheme scheme, const IdentifierText& text);

}  // namespace credit::identity
