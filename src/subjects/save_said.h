// Writes what sources said of subjects, some hundred subjects at a time.

#pragma once

#include <span>

#include "foundation/result.h"
#include "subjects/subject.h"

namespace credit::sql {
class Session;
}

namespace credit::subjects {

// In their order, within a transaction. Of a subject that is said more of later, the later is
// written when the earlier is. The errors of the store.
Result<void> save_said(sql::Session& session, std::span<const Said> all);

}  // namespace credit::subjects
