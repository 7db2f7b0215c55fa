// A row while the engine still holds it: read without copying, gone when the visitor returns.

#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <type_traits>

#include "foundation/bytes.h"
#include "foundation/clock.h"
#include "foundation/result.h"
#include "sql/value.h"

namespace credit::sql {

// Reading a cell as another type than the column's breaks an invariant.
class RowView {
public:
    virtual ~RowView() = default;

    virtual std::size_t size() const = 0;
    virtual bool is_null(std::size_t column) const = 0;
    virtual std::int64_t integer(std::size_t column) const = 0;
    virtual std::string_view text(std::size_t column) const = 0;
    virtual BytesView bytes(std::size_t column) const = 0;
    virtual Date date(std::size_t column) const = 0;
    virtual Cell cell(std::size_t column) const = 0;

    std::optional<std::int64_t> optional_integer(std::size_t column) const;
    std::optional<std::string_view> optional_text(std::size_t column) const;
    std::optional<Date> optional_date(std::size_t column) const;
    Row to_row() const;
};

// What looks at each row; borrowed, so it lives as long as the call it is given to.
class RowVisitor {
public:
    template <typename Visitor>
        requires(!std::is_same_v<std::remove_cvref_t<Visitor>, RowVisitor>)
    RowVisitor(Visitor&& visitor)
        : visitor_(std::addressof(visitor)), call_([](const void* target, const RowView& row) {
              using Target = std::remove_reference_t<Visitor>;
              return (*static_cast<Target*>(const_cast<void*>(target)))(row);
          }) {}

    Result<void> operator()(const RowView& row) const { return call_(visitor_, row); }

private:
    const void* visitor_;
    Result<void> (*call_)(const void*, const RowView&);
};

}  // namespace credit::sql
