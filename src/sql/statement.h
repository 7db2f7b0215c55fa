// A named statement: one SQL text that runs on SQLite and PostgreSQL alike.

#pragma once

#include <string_view>

namespace credit::sql {

struct Statement {
    std::string_view name;  // folder.concept.statement, e.g. "lists.listing.find_listing"
    std::string_view text;  // parameters $1, $2 … bound by number
};

}  // namespace credit::sql
