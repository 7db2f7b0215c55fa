// The clock of acceptance, counted anew (受理期限重算): when the official calendar is known better.
//
// Reading: decision 0198: never later than the day of which the subject was told

#pragma once

#include "access/occasion.h"
#include "foundation/result.h"
#include "ledger/clocks.h"
#include "ledger/days/recount.h"
#include "ledger/draft.h"

namespace credit::complaints {

// "complaints.recount_acceptance", of the clock "complaints.acceptance". Refused
// "complaints.not_open", "ledger.day_stands".
Result<ledger::Draft> recount_acceptance(const access::Occasion& occasion,
                                         const ledger::StatutoryClock& clock,
                                         const ledger::Recount& recount);

}  // namespace credit::complaints
