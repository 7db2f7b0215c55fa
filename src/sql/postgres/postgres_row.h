// A row of an answer of PostgreSQL, read from libpq's binary form.

#pragma once

#include <libpq-fe.h>

#include <cstddef>
#include <cstdint>
#include <forward_list>
#include <string>
#include <string_view>

#include "foundation/bytes.h"
#include "foundation/clock.h"
#include "sql/row_view.h"
#include "sql/value.h"

namespace credit::sql {

class PostgresRow final : public RowView {
public:
    explicit PostgresRow(const PGresult* answer, int row = 0) : answer_(answer), row_(row) {}

    std::size_t size() const override;
    bool is_null(std::size_t column) const override;
    // Of any integer type, of a boolean, and of a sum of integers.
    std::int64_t integer(std::size_t column) const override;
    // Of a date too, since SQLite keeps dates as text; only this allocates.
    std::string_view text(std::size_t column) const override;
    BytesView bytes(std::size_t column) const override;
    Date date(std::size_t column) const override;
    Cell cell(std::size_t column) const override;

private:
    Oid type(std::size_t column) const;
    BytesView raw(std::size_t column) const;

    const PGresult* answer_;
    int row_;
    mutable std::forward_list<std::string> dates_;  // texts that were asked for; never moved
};

}  // namespace credit::sql
