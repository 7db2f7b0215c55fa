// The clocks of a repair, counted anew (修复期限重算): when the official calendar is known better.
//
// Law:     guobanfa-2025-22 — working days for acceptance and for the result
// Reading: decision 0198: never later than the day of which the subject was told; the day of a plan
//          that a court approved is the court's

#pragma once

#include "access/occasion.h"
#include "foundation/result.h"
#include "ledger/clocks.h"
#include "ledger/days/recount.h"
#include "ledger/draft.h"

namespace credit::repair {

// "repair.recount_case", for the clocks repair.acceptance, repair.result, repair.reevaluation and
// repair.holders. Refused "ledger.day_stands", also where what the clock waits for has happened.
Result<ledger::Draft> recount_case(const access::Occasion& occasion,
                                   const ledger::StatutoryClock& clock,
                                   const ledger::Recount& recount);

}  // namespace credit::repair
