// The clock of an answer, counted anew (答复期限重算): when the official calendar is known better.
//
// Law:     sd-social-credit-regulation-2020 art. 39 — working days from the filing
// Reading: decision 0198: an answer is never due later than the day of which the subject was told

#pragma once

#include "access/occasion.h"
#include "foundation/result.h"
#include "ledger/clocks.h"
#include "ledger/days/recount.h"
#include "ledger/draft.h"

namespace credit::objections {

// "objections.recount_answer", of the clock "objections.answer". Refused "objections.not_open",
// "ledger.day_stands".
Result<ledger::Draft> recount_answer(const access::Occasion& occasion,
                                     const ledger::StatutoryClock& clock,
                                     const ledger::Recount& recount);

}  // namespace credit::objections
