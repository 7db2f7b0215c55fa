#include "sql/postgres/postgres_row.h"

#include <libpq-fe.h>
#include <postgres_ext.h>

#include <chrono>
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
namespace {

// Numbers of PostgreSQL's own types (pg_type), which never change.
constexpr Oid type_bool = 16;
constexpr Oid type_bytea = 17;
constexpr Oid type_int8 = 20;
constexpr Oid type_int2 = 21;
constexpr Oid type_int4 = 23;
constexpr Oid type_text = 25;
constexpr Oid type_varchar = 1043;
constexpr Oid type_date = 1082;
constexpr Oid type_numeric = 1700;

constexpr Date day_zero =
    Date{std::chrono::year{2000} / std::chrono::January / std::chrono::day{1}};

// Big-endian, of one, two, four or eight bytes, with its sign.
std::int64_t read_integer(BytesView bytes) {
    CHECK(!bytes.empty() && bytes.size() <= sizeof(std::int64_t));
    auto number = static_cast<std::uint64_t>(bytes[0] >= 0x80 ? -1 : 0);
    for (const auto byte : bytes) number = number << 8U | byte;
    return static_cast<std::int64_t>(number);
}

// A numeric: count of digits, weight of the first, sign, scale, then digits to the base 10000.
std::int64_t read_numeric(BytesView bytes) {
    constexpr std::size_t header = 8;
    constexpr std::int64_t base = 10'000;
    constexpr std::int64_t negative = 0x4000;
    CHECK(bytes.size() >= header);
    const auto word = [&bytes](std::size_t at) { return read_integer(bytes.subspan(at, 2)); };
    const auto digits = word(0);
    const auto weight = word(2);
    const auto sign = word(4);
    CHECK((sign == 0 || sign == negative) && digits <= weight + 1);
    std::int64_t number = 0;
    for (std::int64_t place = 0; digits > 0 && place <= weight; ++place) {
        const auto at = header + (2 * static_cast<std::size_t>(place));
        const std::int64_t digit = place < digits ? word(at) : 0;
        CHECK(!__builtin_mul_overflow(number, base, &number));
        CHECK(!__builtin_add_overflow(number, sign == negative ? -digit : digit, &number));
    }
    return number;
}

}  // namespace

std::size_t PostgresRow::size() const {
    return static_cast<std::size_t>(PQnfields(answer_));
}

Oid PostgresRow::type(std::size_t column) const {
    CHECK(column < size());
    return PQftype(answer_, static_cast<int>(column));
}

BytesView PostgresRow::raw(std::size_t column) const {
    const int index = static_cast<int>(column);
    CHECK(PQgetisnull(answer_, row_, index) == 0);
    return {reinterpret_cast<const std::uint8_t*>(PQgetvalue(answer_, row_, index)),
            static_cast<std::size_t>(PQgetlength(answer_, row_, index))};
}

bool PostgresRow::is_null(std::size_t column) const {
    CHECK(column < size());
    return PQgetisnull(answer_, row_, static_cast<int>(column)) == 1;
}

std::int64_t PostgresRow::integer(std::size_t column) const {
    switch (type(column)) {
        case type_bool:
        case type_int2:
        case type_int4:
        case type_int8:
            return read_integer(raw(column));
        case type_numeric:
            return read_numeric(raw(column));
        default:
            CHECK(false && "the column is not an integer");
            return 0;
    }
}

std::string_view PostgresRow::text(std::size_t column) const {
    const auto kind = type(column);
    if (kind == type_date) return dates_.emplace_front(calendar::to_text(date(column)));
    CHECK(kind == type_text || kind == type_varchar);
    return text_of(raw(column));
}

BytesView PostgresRow::bytes(std::size_t column) const {
    CHECK(type(column) == type_bytea);
    return raw(column);
}

Date PostgresRow::date(std::size_t column) const {
    if (type(column) == type_date) {
        return day_zero + std::chrono::days{read_integer(raw(column))};
    }
    const auto day = calendar::parse_date(text_of(raw(column)));
    CHECK(day.has_value());
    return *day;
}

Cell PostgresRow::cell(std::size_t column) const {
    if (is_null(column)) return {};
    switch (type(column)) {
        case type_text:
        case type_varchar:
        case type_date:
            return std::string(text(column));
        case type_bytea: {
            const auto view = bytes(column);
            return Bytes(view.begin(), view.end());
        }
        default:
            return integer(column);
    }
}

}  // namespace credit::sql
