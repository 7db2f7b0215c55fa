// Dates as members of JSON: as programs write them, and as people type them.

#pragma once

#include <optional>
#include <string_view>

#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"

namespace credit::calendar {

// As parse_date understands them. The errors of both, and of reading a text.
Result<Date> read_date(const JsonObject& object, std::string_view name);
// No value when the member is absent or null.
Result<std::optional<Date>> read_optional_date(const JsonObject& object, std::string_view name);

// Likewise, as parse_typed_date does.
Result<Date> read_typed_date(const JsonObject& object, std::string_view name);
Result<std::optional<Date>> read_optional_typed_date(const JsonObject& object,
                                                     std::string_view name);

}  // namespace credit::calendar
