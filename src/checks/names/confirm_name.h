// Confirmation by name at the counter: the common case, the current name as it is written, without
// allocating; every other case by the rule of subjects/name_match.h.

#pragma once

#include <string_view>

#include "foundation/clock.h"
#include "foundation/result.h"
#include "identity/subject_key.h"
#include "sql/session.h"
#include "subjects/name_match.h"

namespace credit::checks {

// The errors of the session.
Result<subjects::Match> confirm_name(sql::Session& session, const identity::SubjectKey& subject,
                                     std::string_view name, Date day);

}  // namespace credit::checks
