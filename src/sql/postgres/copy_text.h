// Rows in the text form of PostgreSQL's COPY.

#pragma once

#include <span>
#include <string>

#include "sql/value.h"

namespace credit::sql {

// Appends one line. False when a text has a NUL character, which PostgreSQL does not hold.
bool append_copy_line(std::string& out, std::span<const Value> row);

}  // namespace credit::sql
