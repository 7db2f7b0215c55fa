// What becomes of an execution when its time is over (逾期): the authority that said nothing is
// named ("execution.name_overdue"); a task whose listing is over lapses ("execution.lapse").
//
// While the listing of a task is on hold, or while all that is not answered is stayed, time stands
// still: it is looked at again each day.
//
// Law:     luzhengfa-2017-44 items 16, 26 — respond and feed back; what is not carried out is named
//          luzhengfa-2017-44 items 19, 20 — over, or being verified: nothing is carried out
// Reading: decisions 0185, 0186

#pragma once

#include "access/occasion.h"
#include "foundation/result.h"
#include "ledger/clocks.h"
#include "ledger/draft.h"

namespace credit::execution {

// Silence on a task counts as its acceptance on the last day. Refused "execution.answered_already",
// "execution.clock_running", "execution.on_hold", "execution.stayed".
Result<ledger::Draft> fall_due(const access::Occasion& occasion,
                               const ledger::StatutoryClock& clock);

}  // namespace credit::execution
