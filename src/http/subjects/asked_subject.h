// The subject that is asked about (被查询主体): its key, by the identifier alone where that is
// enough.

#pragma once

#include <string_view>

#include "foundation/clock.h"
#include "foundation/result.h"
#include "http/context.h"
#include "identity/subject_key.h"

namespace credit::http {

// NotFound `unknown`, a word, for an alias that the register does not know on that day; the errors
// of identity::parse_identifier.
Result<identity::SubjectKey> asked_subject(const Context& context, std::string_view identifier,
                                           Date day, std::string_view unknown);

}  // namespace credit::http
