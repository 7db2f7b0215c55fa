// What the readers ask of a row.

#pragma once

#include "sheets/reader.h"

namespace credit::sheets {

// Every cell is empty or spaces, and none holds a formula that waits to be worked out.
bool is_blank(const SheetRow& row);

}  // namespace credit::sheets
