// Taking up the listings of a submission (收录名单): for each of its records that is a listing
// decided elsewhere an act of its own, homed at the subject, after the submission was accepted.
//
// How far it has come is kept, so that a crash only delays it: whoever opens the store goes on.
// Until then a new listing does not bind, and a corrected one stands as it stood.

#pragma once

#include <string_view>

#include "desk/desk.h"
#include "foundation/result.h"

namespace credit::desk {

// Of one record, when it is one of a listing.
Result<void> adopt_record(Desk& desk, const Caller& caller, std::string_view subject_key,
                          std::string_view record_id);

// Of an accepted submission whose rows are visible.
Result<void> adopt_listings(Desk& desk, const Caller& caller, std::string_view submission_id);

// What a crash left behind.
Result<void> finish_adoptions(Desk& desk, const Caller& caller);

}  // namespace credit::desk
