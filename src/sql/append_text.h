// The statement that appends rows to a table, from the engine's template. Names are the program's
// own.

#pragma once

#include <span>
#include <string>
#include <string_view>

namespace credit::sql {

// Fills {table}, {columns} and {parameters}.
std::string append_text(std::string_view pattern, std::string_view table,
                        std::span<const std::string_view> columns);

}  // namespace credit::sql
