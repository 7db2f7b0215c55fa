// Recording of one look-up by a handler that waits: the answer leaves only when it is durable.

#pragma once

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

// personal-information-protection-law-2021 art. 6: in a case, by someone, and neither names a
// person by number. "publicity.case_missing", "publicity.officer_missing",
// "publicity.person_in_reason".
void judge_case(Grounds& grounds, const lookups::Reason& reason, Date day);

}  // namespace credit::http
