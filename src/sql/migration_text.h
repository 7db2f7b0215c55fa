// A migration's text, cut into statements and spelled for one engine.
//
// The common type words are TEXT, BIGINT, BYTES and DATE. Statements end with ";" at a line's end;
// "--" begins a comment. SQLite's tables become STRICT; PostgreSQL's texts sort by their bytes, as
// SQLite's do.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sql/session.h"

namespace credit::sql {

std::vector<std::string> split_statements(std::string_view text);
std::string spell(std::string_view statement, Engine engine);

}  // namespace credit::sql
