// The answer to a look-up of a subject, as JSON.

#pragma once

#include <string>

#include "foundation/clock.h"
#include "foundation/json.h"
#include "publicity/subject_view.h"

namespace credit::http {

// `for_public`: without what only authorities are told.
JsonObject subject_answer(const publicity::SubjectView& view, Date day, bool for_public);

// A record and a listing as the answer holds them.
JsonObject record_answer(const publicity::ShownRecord& record, Date day);
JsonObject listing_answer(const publicity::ShownListing& listing, Date day);

// Ids of what was shown, for the look-up record; "nothing" when there is none.
std::string ids_shown(const publicity::SubjectView& view);

}  // namespace credit::http
