// Start of a joint action (联合奖惩发起): "execution.start_action", when a listing takes force.
// Each implementing authority gets its duties, with article and clock, and responds: accepts
// ("execution.accept_task"), or refuses on a ground by answering that nothing will be done.
//
// Performed by the register itself for the authority that decided, once for each listing, again and
// again until it stands. On hold or over, the tasks are so with the listing: nothing is written for
// it (execution/item_state.h).
//
// Law:     luzhengfa-2017-44 items 2, 16, 17 — start, respond, execute, feed back
// Reading: decision 0186: which listings, who is bound, and the clock of the response

#pragma once

#include <string_view>
#include <vector>

#include "access/occasion.h"
#include "execution/implementers.h"
#include "execution/record_outcome.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "ledger/act.h"
#include "ledger/draft.h"
#include "lists/listing.h"
#include "sql/session.h"

namespace credit::execution {

struct ListingPlace {
    std::string subject_key;
    std::string listing_id;
};

// Listings in force whose action was not started, after that place, at most `limit`. Those decided
// elsewhere were started there.
Result<std::vector<ListingPlace>> not_started(sql::Session& session, Date day,
                                              const ListingPlace& after, std::int64_t limit);

// Homed at the subject. Refused "execution.not_in_force", "execution.started_already".
Result<ledger::Draft> start_action(const access::Occasion& occasion, const ListingPlace& place);
Result<void> apply_start_action(sql::Session& session, const ledger::Act& act);

// Tasks for measures that an amendment of the catalogue adds to a listing whose action was started
// already; for another act's body. Their ids end with that act.
Result<JsonObject> further_tasks(const access::Occasion& occasion, const lists::Listing& listing,
                                 const Tasks& tasks);
// Whether its action was started before that day: a later start opened everything by itself.
Result<bool> is_started_before(sql::Session& session, const ListingPlace& place, Date day);
// The tasks within a body of such an act.
Result<void> apply_tasks(sql::Session& session, const ledger::Act& act, const JsonObject& body);

// By an officer of the authority that has the task. Refused "execution.not_yours",
// "execution.no_task" for what a check told, "execution.accepted_already",
// "execution.answered_already", "execution.stale" when its listing is over.
Result<ledger::Draft> accept_task(const access::Occasion& occasion, const Which& which);

}  // namespace credit::execution
