// What still needs a record (仍需保留): it is not erased while something that is not over rests on
// it or asks about it, under whichever of its ids.
//
// Law:     luzhengfa-2017-44 item 20 — what is objected to is verified, which needs it
//          sd-social-credit-regulation-2020 art. 39 — objections are answered
// Reading: decision 0243: what needs a record, and what does not

#pragma once

#include <string_view>

#include "access/occasion.h"
#include "foundation/result.h"
#include "ledger/draft.h"
#include "sql/session.h"

namespace credit::desk {

// A listing that is proposed or in force, an order that has not ended, an objection that is open or
// whose answer did not reach the subject, a complaint or a repair that is open, an incident that is
// not closed.
Result<bool> is_needed(sql::Session& session, std::string_view subject_key,
                       std::string_view record_id);

// As erasure::erase_expired; also refused "erasure.still_needed".
Result<ledger::Draft> erase_expired(const access::Occasion& occasion, std::string_view subject_key,
                                    std::string_view record_id);

}  // namespace credit::desk
