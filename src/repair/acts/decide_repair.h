// Decision on repair (信用修复决定): an officer of the deciding authority grants or refuses it,
// with reasons; on the ruling of a court it shields the item while the plan is carried out.
//
// The register refuses a grant while a condition is unmet, and a refusal on a ground that is not
// so. A grant ends publicity, sharing, use, list entry and measures with the act itself; whoever
// was ever told of the item is told that it is over.
//
// Law:     credit-repair-measures-2025 art. 3 — what repair ends
//          guobanfa-2025-22 — refused with reason and remedy; every holder stops; shielding on a
//          ruling
// Reading: decision 0162: who holds it, and by which day it stops
// Reading: decision 0163: shielding while a plan is carried out

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "access/occasion.h"
#include "foundation/result.h"
#include "ledger/draft.h"
#include "repair/condition.h"
#include "repair/holders.h"

namespace credit::repair {

struct Decision {
    std::string outcome;  // "granted", "refused", "shielded"
    std::string document_number;
    std::string reasons;
    Findings findings;
    std::vector<Condition> grounds;   // of a refusal: what is not met
    std::string remedy;               // that a refusal tells
    std::vector<std::string> orders;  // that rest on the item besides those of its document
};

// `looked`: the authorities that were shown the item, from the records of look-ups.
// "repair.decide_repair", from Accepted. Refused: out_of_order, not_your_case, outcome_unknown,
// document_missing, reasons_missing, person_in_words; of a grant the unmet conditions and
// no_such_order; of a refusal grounds_missing, ground_not_so, remedy_missing; of shielding
// not_on_ruling.
Result<ledger::Draft> decide_repair(const access::Occasion& occasion, std::string_view subject_key,
                                    std::string_view case_id, const Decision& decision,
                                    const std::vector<Holder>& looked);

}  // namespace credit::repair
