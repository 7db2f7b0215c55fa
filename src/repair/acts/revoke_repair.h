// Revocation of a repair (撤销修复): it rested on false material, and what it ended stands again
// for what is left of its time.
//
// The subject is told before and heard. A term without repair follows where a rule in force on that
// day sets one. Of an item that was found wrong meanwhile nothing stands again, and no term
// follows.
//
// Law:     credit-repair-measures-2023 — false material: no repair for a time
//          administrative-penalty-law-2021 art. 45 — heard before
// Reading: decision 0164: no term where none was read
//          decision 0232: what was found wrong never comes back
//          decision 0245: what was on hold comes back on hold

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "access/occasion.h"
#include "foundation/clock.h"
#include "foundation/result.h"
#include "ledger/draft.h"
#include "measures/restraint_order.h"
#include "repair/effect.h"
#include "repair/holders.h"
#include "repair/item.h"
#include "repair/repair_case.h"
#include "repair/step.h"

namespace credit::repair {

struct Revocation {
    std::string document_number;
    std::string reasons;  // which material was false
    std::string remedy;
    std::optional<Date> heard_on;  // when the subject was told and could answer
};

// "repair.revoke_repair", from Granted. Refused: out_of_order, not_your_case, document_missing,
// reasons_missing, not_heard, heard_in_future, remedy_missing, person_in_words.
Result<ledger::Draft> revoke_repair(const access::Occasion& occasion, std::string_view subject_key,
                                    std::string_view case_id, const Revocation& revocation,
                                    const std::vector<Holder>& looked);

// The orders that the act deciding the case ended or hid with the item.
Result<std::vector<measures::RestraintOrder>> orders_of_case(const access::Occasion& occasion,
                                                             const RepairCase& repair);
// What was on hold when that act ended or hid it, as far as the hold has not ended by itself.
Result<Holds> held_before(const access::Occasion& occasion, const RepairCase& repair);
// What is on hold beneath a repair that goes on: for what the act deciding the case holds itself,
// what held it before that act.
Result<Holds> held_beneath(const access::Occasion& occasion, const RepairCase& repair,
                           const Holds& holds);
// The clocks of what stands again: its last day.
void run_again(Step& step, const access::Occasion& occasion);

}  // namespace credit::repair
