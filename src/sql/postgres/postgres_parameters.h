// Parameters of a statement in the form in which libpq takes them; kept to be filled again.

#pragma once

#include <span>
#include <string>
#include <vector>

#include "sql/postgres/postgres_connection.h"
#include "sql/value.h"

namespace credit::sql {

class PostgresParameters {
public:
    // False when a text has a NUL character, which PostgreSQL does not hold.
    bool fill(std::span<const Value> values);
    Parameters view() const {
        return {.values = starts_, .lengths = lengths_, .formats = formats_};
    }

private:
    bool add(const Value& value);

    std::string texts_;  // texts, numbers and dates, each with a NUL behind
    std::vector<const char*> starts_;
    std::vector<int> lengths_;
    std::vector<int> formats_;
};

}  // namespace credit::sql
