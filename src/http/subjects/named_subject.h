// Whom a body's identifier leads to: by itself, or as an alias that stands on the day (an
// organisation code, a registration number, an old resident number).
//
// Whoever acts on it has the name confirmed; what was converted never matches without.

#pragma once

#include <optional>
#include <string_view>

#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "http/context.h"
#include "identity/subject_key.h"
#include "subjects/identifiers.h"

namespace credit::http {

struct NamedSubject {
    identity::SubjectKey key;
    subjects::Path path = subjects::Path::Direct;
    std::optional<Date> born_on = {};  // where the number says it
};

// None where the member is empty or absent. InvalidInput as identity::parse_identifier says;
// NotFound "publicity.alias_unknown"; the errors of the store.
Result<std::optional<NamedSubject>> read_named_subject(const Context& context,
                                                       const JsonObject& body,
                                                       std::string_view member, Date day);

}  // namespace credit::http
