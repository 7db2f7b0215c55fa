// A row of SQLite's current step.

#pragma once

#include <sqlite3.h>

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "foundation/bytes.h"
#include "foundation/clock.h"
#include "sql/row_view.h"
#include "sql/value.h"

namespace credit::sql {

class SqliteRow final : public RowView {
public:
    explicit SqliteRow(sqlite3_stmt* statement) : statement_(statement) {}

    std::size_t size() const override;
    bool is_null(std::size_t column) const override;
    std::int64_t integer(std::size_t column) const override;
    std::string_view text(std::size_t column) const override;
    BytesView bytes(std::size_t column) const override;
    Date date(std::size_t column) const override;
    Cell cell(std::size_t column) const override;

private:
    int type(std::size_t column) const;

    sqlite3_stmt* statement_;
};

}  // namespace credit::sql
