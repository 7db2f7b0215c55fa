#include "sql/sqlite/sqlite_row.h"

#include <sqlite3.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "calendar/date_text.h"
#include "foundation/bytes.h"
#include "foundation/check.h"
#include "foundation/clock.h"
#include "sql/value.h"

namespace credit::sql {

std::size_t SqliteRow::size() const {
    return static_cast<std::size_t>(sqlite3_column_count(statement_));
}

int SqliteRow::type(std::size_t column) const {
    CHECK(column < size());
    return sqlite3_column_type(statement_, static_cast<int>(column));
}

bool SqliteRow::is_null(std::size_t column) const {
    return type(column) == SQLITE_NULL;
}

std::int64_t SqliteRow::integer(std::size_t column) const {
    CHECK(type(column) == SQLITE_INTEGER);
    return sqlite3_column_int64(statement_, static_cast<int>(column));
}

std::string_view SqliteRow::text(std::size_t column) const {
    CHECK(type(column) == SQLITE_TEXT);
    const int index = static_cast<int>(column);
    const auto* start = sqlite3_column_text(statement_, index);
    return {reinterpret_cast<const char*>(start),
            static_cast<std::size_t>(sqlite3_column_bytes(statement_, index))};
}

BytesView SqliteRow::bytes(std::size_t column) const {
    CHECK(type(column) == SQLITE_BLOB);
    const int index = static_cast<int>(column);
    const auto* start = static_cast<const std::uint8_t*>(sqlite3_column_blob(statement_, index));
    return {start, static_cast<std::size_t>(sqlite3_column_bytes(statement_, index))};
}

Date SqliteRow::date(std::size_t column) const {
    const auto day = calendar::parse_date(text(column));
    CHECK(day.has_value());
    return *day;
}

Cell SqliteRow::cell(std::size_t column) const {
    switch (type(column)) {
        case SQLITE_NULL:
            return {};
        case SQLITE_INTEGER:
            return integer(column);
        case SQLITE_TEXT:
            return std::string(text(column));
        default: {
            const auto view = bytes(column);
            return Bytes(view.begin(), view.end());
        }
    }
}

}  // namespace credit::sql
