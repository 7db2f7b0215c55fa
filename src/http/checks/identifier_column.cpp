#include "http/checks/identifier_column.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>

#include "foundation/text.h"
#include "sheets/reader.h"

namespace credit::http {

std::size_t identifier_column(const sheets::SheetRow& header) {
    static constexpr std::array<std::string_view, 4> names{"identifier", "统一社会信用代码", "标识",
                                                           "代码"};
    const auto found = std::ranges::find_if(header.cells, [](const std::string& cell) {
        return std::ranges::find(names, text::trim(cell)) != names.end();
    });
    if (found == header.cells.end()) return 0;
    return static_cast<std::size_t>(found - header.cells.begin());
}

std::string_view cell_at(const sheets::SheetRow& row, std::size_t column) {
    return column < row.cells.size() ? text::trim(row.cells[column]) : std::string_view();
}

}  // namespace credit::http
