// Recording of look-ups by a handler that waits: the answer leaves only when they are durable.

#pragma once

#include <vector>

#include "foundation/result.h"
#include "http/context.h"
#include "http/message.h"
#include "identity/subject_key.h"
#include "lookups/lookup.h"

namespace credit::http {

// Of the caller, at the moment of the request; with an id of its own, and nothing shown as yet.
lookups::Lookup lookup_of(const Request& request, const identity::SubjectKey& subject,
                          const lookups::Reason& reason);

// Returns when the look-up is durable. Unavailable "lookups.too_many", or as the writer fails.
Result<void> record_lookup(Context& context, lookups::Lookup lookup);
// All of them, or an error: then some may be recorded, and nothing may leave.
Result<void> record_lookups(Context& context, std::vector<lookups::Lookup> lookups);

// personal-information-protection-law-2021 art. 6: in a case, by someone, and neither names a
// person by number. "publicity.case_missing", "publicity.officer_missing",
// "publicity.person_in_reason".
void judge_case(Grounds& grounds, const lookups::Reason& reason, Date day);

}  // namespace credit::http
