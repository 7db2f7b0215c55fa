// Encoding of a text file: byte-order mark, else zero bytes of UTF-16, else strict UTF-8, else
// GB 18030. The whole file is looked at once, in blocks: one byte that is not UTF-8 at its end
// makes it GB 18030, unless so much before it was UTF-8 that it can only be damaged UTF-8. Text
// that is UTF-8 but holds characters of two bytes only (山 of GBK is one) is GB 18030 too.

#pragma once

#include "foundation/result.h"
#include "foundation/text_decoder.h"
#include "sheets/file_bytes.h"
#include "sheets/limits.h"

namespace credit::sheets::csv {

// InvalidInput "sheets.broken_utf8" with the line; "sheets.nul_byte" with the line;
// "sheets.line_too_long" for a line past the row limit, found before the file is read to its end.
Result<text::Encoding> find_encoding(FileBytes& file, const Limits& limits);

}  // namespace credit::sheets::csv
