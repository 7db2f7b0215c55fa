// The clock of a response, counted anew (响应期限重算): when the official calendar is known better.
//
// Reading: decision 0198: the subject was told of no such day, so that it is what the calendar says

#pragma once

#include "access/occasion.h"
#include "foundation/result.h"
#include "ledger/clocks.h"
#include "ledger/days/recount.h"
#include "ledger/draft.h"

namespace credit::execution {

// "execution.recount_task", of the clock "execution.response". Refused
// "execution.answered_already", "ledger.day_stands".
Result<ledger::Draft> recount_task(const access::Occasion& occasion,
                                   const ledger::StatutoryClock& clock,
                                   const ledger::Recount& recount);

}  // namespace credit::execution
