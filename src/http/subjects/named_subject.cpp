#include "http/subjects/named_subject.h"

#include <optional>
#include <string>
#include <string_view>

#include "desk/desk.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "http/context.h"
#include "identity/identifier.h"
#include "sql/pool.h"
#include "sql/session.h"

namespace credit::http {

Result<std::optional<NamedSubject>> read_named_subject(const Context& context,
                                                       const JsonObject& body,
                                                       std::string_view member, Date day) {
    const auto number = TRY(read_optional_text(body, member));
    if (!number || number->empty()) return std::optional<NamedSubject>();
    const auto& identifiers = context.desk.identifiers();
    const auto identifier = TRY(identity::parse_identifier(*number, identifiers.reading(day)));
    auto lease = TRY(context.desk.pool().lease(sql::Access::Read));
    const auto found = TRY(identifiers.resolve(*lease, identifier, day));
    if (!found) {
        return fail(ErrorCode::NotFound, "publicity.alias_unknown", {}, "/" + std::string(member));
    }
    return std::optional(
        NamedSubject{.key = found->key, .path = found->path, .born_on = identifier.born_on()});
}

}  // namespace credit::http
