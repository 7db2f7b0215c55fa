// Silence (逾期): what the clerk does by itself when a clock of repair has run out.
//
// Silence on acceptance takes the application as accepted, so that the days of the result begin.
// Silence on the result names the authority to the credit office; no machine grants a repair. A
// holder that did not acknowledge, and a plan whose day came, are named likewise; and so is whoever
// acts after its last day, before the clerk has said so.
//
// Law:     guobanfa-2025-22 — acceptance, result, and the late are named
//          sd-social-credit-regulation-2020 art. 9 — the credit office keeps the platform
// Reading: decision 0161: silence on acceptance counts as acceptance, from the clock's last day
//          decision 0245: who acts late is named with that act

#pragma once

#include <optional>

#include "access/occasion.h"
#include "foundation/clock.h"
#include "foundation/result.h"
#include "ledger/clocks.h"
#include "ledger/draft.h"
#include "repair/repair_case.h"
#include "repair/step.h"

namespace credit::repair {

// "repair.name_overdue", for the clocks repair.acceptance, repair.result, repair.reevaluation and
// repair.holders. Refused "repair.not_overdue" when the day is not past, or what the clock waited
// for has happened.
Result<ledger::Draft> name_overdue(const access::Occasion& occasion,
                                   const ledger::StatutoryClock& clock);

// The last day of what the authority must do next, where it is past on that day and was not named.
std::optional<Date> late_since(const RepairCase& repair, Date day);
// Names it within the step by which it acts at last, to the subject and the credit office.
void name_late(Step& step, const access::Occasion& occasion, Date last_day);

}  // namespace credit::repair
