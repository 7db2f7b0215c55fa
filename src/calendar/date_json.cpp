#include "calendar/date_json.h"

#include <optional>
#include <string_view>

#include "calendar/date_text.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"

namespace credit::calendar {

Result<Date> read_date(const JsonObject& object, std::string_view name) {
    const auto text = TRY(read_text(object, name));
    return parse_date(text);
}

Result<std::optional<Date>> read_optional_date(const JsonObject& object, std::string_view name) {
    const auto text = TRY(read_optional_text(object, name));
    if (!text) return std::nullopt;
    return TRY(parse_date(*text));
}

Result<Date> read_typed_date(const JsonObject& object, std::string_view name) {
    const auto text = TRY(read_text(object, name));
    return parse_typed_date(text);
}

Result<std::optional<Date>> read_optional_typed_date(const JsonObject& object,
                                                     std::string_view name) {
    const auto text = TRY(read_optional_text(object, name));
    if (!text) return std::nullopt;
    return TRY(parse_typed_date(*text));
}

}  // namespace credit::calendar
