// Values that go into statements and come back in rows.

#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "foundation/bytes.h"
#include "foundation/clock.h"

namespace credit::sql {

// A parameter. Text and bytes are borrowed: they must live until the call returns.
// Dates are bound as ISO text; use Value::of(date).
using Value = std::variant<std::monostate, std::int64_t, std::string_view, BytesView>;

// A value of a row, owned.
using Cell = std::variant<std::monostate, std::int64_t, std::string, Bytes>;

// One row of an answer. Reading a cell as another type than the column's breaks an invariant.
class Row {
public:
    explicit Row(std::vector<Cell> cells) : cells_(std::move(cells)) {}

    bool is_null(std::size_t column) const;
    std::int64_t integer(std::size_t column) const;
    const std::string& text(std::size_t column) const;
    const Bytes& bytes(std::size_t column) const;
    Date date(std::size_t column) const;
    std::optional<std::int64_t> optional_integer(std::size_t column) const;
    std::optional<std::string> optional_text(std::size_t column) const;
    std::optional<Date> optional_date(std::size_t column) const;
    const std::vector<Cell>& cells() const { return cells_; }

private:
    std::vector<Cell> cells_;
};

using Rows = std::vector<Row>;

}  // namespace credit::sql
