// Values that go into statements and come back in rows.

#pragma once

#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "foundation/bytes.h"
#include "foundation/clock.h"

namespace credit::sql {

// A day as ISO text, held within the value.
struct DateText {
    std::array<char, 10> characters;
    std::string_view text() const { return {characters.data(), characters.size()}; }
};

// A parameter. Text and bytes are borrowed: they must live until the call returns. An absent
// optional is NULL. Flags are the integers 0 and 1.
class Value {
public:
    using Held = std::variant<std::monostate, std::int64_t, std::string_view, BytesView, DateText>;

    Value() = default;  // NULL
    Value(std::nullopt_t /*null*/) {}
    Value(std::monostate /*null*/) {}
    template <std::integral Number>
        requires(!std::same_as<Number, char>)
    Value(Number number) : held_(static_cast<std::int64_t>(number)) {}
    Value(std::string_view text) : held_(text) {}
    Value(const std::string& text) : held_(std::string_view(text)) {}
    Value(const char* text) : held_(std::string_view(text)) {}
    Value(BytesView bytes) : held_(bytes) {}
    Value(const Bytes& bytes) : held_(BytesView(bytes)) {}
    Value(const std::array<std::uint8_t, 32>& digest) : held_(BytesView(digest)) {}
    Value(Date day);
    template <typename T>
    Value(const std::optional<T>& value) : held_(value ? Value(*value).held_ : Held()) {}

    static Value of(Date day) { return {day}; }
    static Value of(const std::optional<Date>& day) { return {day}; }

    const Held& held() const { return held_; }

private:
    Held held_;
};

// A value of a row, owned. A date is its ISO text.
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
