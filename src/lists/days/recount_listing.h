// Days of a listing, counted anew (名单期限重算): the window for statement and defence, and the
// first day of a list that is public before it takes effect, when the official calendar is known
// better.
//
// Law:     administrative-penalty-law-2021 art. 44 — told before, and heard
// Reading: decision 0198: the window never ends before the day of which the subject was told; of
//          what binds, the day that is kinder to the subject; what began has begun

#pragma once

#include "access/occasion.h"
#include "foundation/result.h"
#include "ledger/clocks.h"
#include "ledger/days/recount.h"
#include "ledger/draft.h"

namespace credit::lists {

// "lists.recount_window", of the clock "lists.defence_window". Refused "ledger.day_stands".
Result<ledger::Draft> recount_window(const access::Occasion& occasion,
                                     const ledger::StatutoryClock& clock,
                                     const ledger::Recount& recount);

// "lists.recount_term", of the clock "lists.expiry". Refused "ledger.day_stands".
Result<ledger::Draft> recount_term(const access::Occasion& occasion,
                                   const ledger::StatutoryClock& clock,
                                   const ledger::Recount& recount);

}  // namespace credit::lists
