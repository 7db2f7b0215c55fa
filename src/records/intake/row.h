// Row (报送行): one row of a submitted table as it was understood, cell by cell.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "catalogue/column.h"
#include "foundation/clock.h"
#include "foundation/result.h"

namespace credit::records {

// A filled cell. `text` is the value in its one spelling: ISO dates, plain numbers, codes joined by
// a semicolon; `original` is what stood in the file, borrowed from the row of the sheet.
struct Cell {
    const catalogue::Column* column = nullptr;
    std::size_t position = 0;  // of the column in the file, from 0
    std::string text;
    std::string_view original;
};

struct Row {
    std::vector<Cell> cells;

    // The first filled cell of a column with that role, or null.
    const Cell* find(catalogue::ColumnRole role) const;
    const Cell* find_column(std::string_view code) const;
    // Its value, or nothing at all.
    std::string_view text(catalogue::ColumnRole role) const;
};

// What is wrong in one cell, or in the row as a whole where there is no column.
struct Fault {
    const catalogue::Column* column = nullptr;
    std::size_t position = 0;
    std::string value;  // as it stood in the file; identifiers are masked by whoever shows it
    Ground ground;
};

using Faults = std::vector<Fault>;

}  // namespace credit::records
