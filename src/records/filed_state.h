// State as filed (当前状态): whether the row of a record says of itself that it is no longer valid.

#pragma once

#include <string_view>

#include "catalogue/record_kind.h"

namespace credit::records {

// False also where the row says nothing of it, or cannot be read.
bool filed_as_invalid(const catalogue::RecordKind& kind, std::string_view body);

}  // namespace credit::records
