// Guard against cells that a spreadsheet would run as a formula when it opens a CSV (CSV
// injection): an apostrophe before them, the spreadsheet's own sign for text.
//
// A cell is guarded when it begins with = or @, a tab or CR; or with + or - and holds more than
// digits and the signs of numbers, times and telephone numbers. Codes and numbers of documents
// therefore stay as they are, and so do -12.5 and +86-531-0000. The reader takes the apostrophe
// off again, so that a file written here and sent back says what it said.

#pragma once

#include <string>
#include <string_view>

namespace credit::sheets::csv {

bool needs_formula_guard(std::string_view cell);
// Leaves every cell that the guard does not write as it is.
void remove_formula_guard(std::string& cell);

}  // namespace credit::sheets::csv
