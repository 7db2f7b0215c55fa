// What returns (恢复) when a repair falls or the plan of a court fails: the orders that went with
// the item, on hold where they were on hold.
//
// Law:     credit-repair-measures-2025 art. 3 — restraint is lifted together with the item
//          guobanfa-2025-22 — the plan of another case may go on
// Reading: decision 0245: what was on hold comes back on hold
//          decision 0247: what another case ended or hides is left to it

#pragma once

#include <vector>

#include "access/occasion.h"
#include "foundation/result.h"
#include "measures/restraint_order.h"
#include "repair/effect/effect.h"
#include "repair/item.h"
#include "repair/repair_case.h"
#include "repair/step.h"

namespace credit::repair {

// The orders that went with the item: those that the act deciding the case named, and those that
// rest on it and went with a case of their own.
Result<std::vector<measures::RestraintOrder>> orders_of_case(const access::Occasion& occasion,
                                                             const RepairCase& repair,
                                                             const Item& item);
// What was on hold when that act ended or hid it, as far as the hold has not ended by itself.
Result<Holds> held_before(const access::Occasion& occasion, const RepairCase& repair);
// What is on hold beneath a repair that goes on: for what the act deciding the case holds itself,
// what held it before that act.
Result<Holds> held_beneath(const access::Occasion& occasion, const RepairCase& repair,
                           const Holds& holds);
// An order that another case ended as well, itself or with the item that it rests on, does not come
// back; one that the plan of another case hides comes back on hold.
Result<void> leave_to_other_cases(Effect& effect, const access::Occasion& occasion,
                                  const RepairCase& repair);
// The clocks of what stands again: its last day.
void run_again(Step& step, const access::Occasion& occasion);

}  // namespace credit::repair
