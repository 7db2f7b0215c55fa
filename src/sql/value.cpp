#include "sql/value.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "calendar/date_text.h"
#include "foundation/bytes.h"
#include "foundation/check.h"
#include "foundation/clock.h"

namespace credit::sql {
namespace {

template <typename T>
const T& read(const std::vector<Cell>& cells, std::size_t column) {
    CHECK(column < cells.size());
    const T* value = std::get_if<T>(&cells[column]);
    CHECK(value != nullptr);
    return *value;
}

}  // namespace

Value::Value(Date day) {
    const std::string text = calendar::to_text(day);
    DateText date{};
    CHECK(text.size() == date.characters.size());
    std::ranges::copy(text, date.characters.begin());
    held_ = date;
}

bool Row::is_null(std::size_t column) const {
    CHECK(column < cells_.size());
    return std::holds_alternative<std::monostate>(cells_[column]);
}

std::int64_t Row::integer(std::size_t column) const {
    return read<std::int64_t>(cells_, column);
}

const std::string& Row::text(std::size_t column) const {
    return read<std::string>(cells_, column);
}

const Bytes& Row::bytes(std::size_t column) const {
    return read<Bytes>(cells_, column);
}

Date Row::date(std::size_t column) const {
    const auto day = calendar::parse_date(text(column));
    CHECK(day.has_value());
    return *day;
}

std::optional<std::int64_t> Row::optional_integer(std::size_t column) const {
    if (is_null(column)) return std::nullopt;
    return integer(column);
}

std::optional<std::string> Row::optional_text(std::size_t column) const {
    if (is_null(column)) return std::nullopt;
    return text(column);
}

std::optional<Date> Row::optional_date(std::size_t column) const {
    if (is_null(column)) return std::nullopt;
    return date(column);
}

}  // namespace credit::sql
