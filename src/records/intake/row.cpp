#include "records/intake/row.h"

#include <algorithm>
#include <string_view>

#include "catalogue/column.h"

namespace credit::records {

const Cell* Row::find(catalogue::ColumnRole role) const {
    const auto cell =
        std::ranges::find_if(cells, [role](const Cell& each) { return each.column->role == role; });
    return cell == cells.end() ? nullptr : &*cell;
}

const Cell* Row::find_column(std::string_view code) const {
    const auto cell =
        std::ranges::find_if(cells, [code](const Cell& each) { return each.column->code == code; });
    return cell == cells.end() ? nullptr : &*cell;
}

std::string_view Row::text(catalogue::ColumnRole role) const {
    const Cell* const cell = find(role);
    return cell == nullptr ? std::string_view{} : std::string_view(cell->text);
}

}  // namespace credit::records
