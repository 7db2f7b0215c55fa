#include "sheets/sheet_row.h"

#include <algorithm>
#include <cstddef>
#include <string>

#include "foundation/text.h"
#include "sheets/reader.h"

namespace credit::sheets {

std::string column_letters(std::size_t column) {
    std::string letters;
    for (std::size_t rest = column + 1; rest > 0; rest = (rest - 1) / 26) {
        letters.insert(letters.begin(), static_cast<char>('A' + ((rest - 1) % 26)));
    }
    return letters;
}

bool is_blank(const SheetRow& row) {
    return std::ranges::all_of(
               row.cells,
               [](const std::string& cell) { return cell.empty() || text::trim(cell).empty(); }) &&
           std::ranges::find(row.kinds, CellKind::Uncomputed) == row.kinds.end();
}

}  // namespace credit::sheets
