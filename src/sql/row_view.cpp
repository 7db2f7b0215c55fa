#include "sql/row_view.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "foundation/clock.h"
#include "sql/value.h"

namespace credit::sql {

std::optional<std::int64_t> RowView::optional_integer(std::size_t column) const {
    if (is_null(column)) return std::nullopt;
    return integer(column);
}

std::optional<std::string_view> RowView::optional_text(std::size_t column) const {
    if (is_null(column)) return std::nullopt;
    return text(column);
}

std::optional<Date> RowView::optional_date(std::size_t column) const {
    if (is_null(column)) return std::nullopt;
    return date(column);
}

Row RowView::to_row() const {
    std::vector<Cell> cells;
    cells.reserve(size());
    for (std::size_t column = 0; column < size(); ++column) cells.push_back(cell(column));
    return Row(std::move(cells));
}

}  // namespace credit::sql
