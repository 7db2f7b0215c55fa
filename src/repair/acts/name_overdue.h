// Silence (逾期): what the clerk does by itself when a clock of repair has run out.
//
// Silence on acceptance takes the application as accepted, so that the days of the result begin.
// Silence on the result names the authority to the credit office; no machine grants a repair. A
// holder that did not acknowledge, and a plan whose day came, are named likewise.
//
// Law:     guobanfa-2025-22 — acceptance, result, and the late are named
//          sd-social-credit-regulation-2020 art. 9 — the credit office keeps the platform
// Reading: decision 0161: silence on acceptance counts as acceptance, from the clock's last day

#pragma once

#include "access/occasion.h"
#include "foundation/result.h"
#include "ledger/clocks.h"
#include "ledger/draft.h"

namespace credit::repair {

// "repair.name_overdue", for the clocks repair.acceptance, repair.result, repair.reevaluation and
// repair.holders. Refused "repair.not_overdue" when the day is not past, or what the clock waited
// for has happened.
Result<ledger::Draft> name_overdue(const access::Occasion& occasion,
                                   const ledger::StatutoryClock& clock);

}  // namespace credit::repair
