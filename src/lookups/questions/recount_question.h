// The clock of a question, counted anew (答复期限重算): when the official calendar is known better.
//
// Reading: decision 0198: never later than the day of which the subject was told

#pragma once

#include "access/occasion.h"
#include "foundation/result.h"
#include "ledger/clocks.h"
#include "ledger/days/recount.h"
#include "ledger/draft.h"

namespace credit::lookups {

// "lookups.recount_question", of the clock "lookups.question". Refused "lookups.answered_already",
// "ledger.day_stands".
Result<ledger::Draft> recount_question(const access::Occasion& occasion,
                                       const ledger::StatutoryClock& clock,
                                       const ledger::Recount& recount);

}  // namespace credit::lookups
