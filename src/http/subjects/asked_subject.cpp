#include "http/subjects/asked_subject.h"

#include <string_view>

#include "desk/desk.h"
#include "foundation/clock.h"
#include "foundation/result.h"
#include "http/context.h"
#include "identity/identifier.h"
#include "identity/subject_key.h"
#include "sql/pool.h"
#include "sql/session.h"
#include "subjects/identifiers.h"

namespace credit::http {

Result<identity::SubjectKey> asked_subject(const Context& context, std::string_view identifier,
                                           Date day, std::string_view unknown) {
    const auto& identifiers = context.desk.identifiers();
    const auto parsed = TRY(identity::parse_identifier(identifier, identifiers.reading(day)));
    if (const auto key = identifiers.key_of(parsed)) return *key;
    auto lease = TRY(context.desk.pool().lease(sql::Access::Read));
    const auto resolution = TRY(identifiers.resolve(*lease, parsed, day));
    if (!resolution) return fail(ErrorCode::NotFound, unknown);
    return resolution->key;
}

}  // namespace credit::http
