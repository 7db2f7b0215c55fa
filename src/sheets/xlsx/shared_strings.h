// Shared strings (共享字符串) of a workbook: cells of text hold only their numbers.

#pragma once

#include <string>
#include <string_view>

#include "foundation/result.h"
#include "sheets/limits.h"
#include "sheets/xlsx/package.h"
#include "sheets/xlsx/string_table.h"

namespace credit::sheets::xlsx {

// All strings of the part, without phonetic guides and formats.
// InvalidInput "sheets.too_many_strings", "sheets.text_too_long", and the errors of XmlParser.
Result<StringTable> read_shared_strings(Part part, const Limits& limits);

// Characters that XML cannot hold are written _x000D_; this puts them back in place.
void unescape(std::string& text);

}  // namespace credit::sheets::xlsx
