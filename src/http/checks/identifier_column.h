// The column of an uploaded table that holds the identifiers.

#pragma once

#include <cstddef>
#include <string_view>

#include "sheets/reader.h"

namespace credit::http {

// The one named so, else the first.
std::size_t identifier_column(const sheets::SheetRow& header);

// Without blanks around it; empty where the row is shorter.
std::string_view cell_at(const sheets::SheetRow& row, std::size_t column);

}  // namespace credit::http
