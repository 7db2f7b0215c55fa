// Evaluation when a plan is over (重新评估): what was shielded on the ruling of a court is repaired
// for good, or stands again.
//
// Law:     guobanfa-2025-22 — after the plan or settlement is carried out the credit is evaluated
//          anew
// Reading: decision 0163: carried out means repaired; a plan that failed gives nothing back

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "access/occasion.h"
#include "foundation/result.h"
#include "ledger/draft.h"
#include "repair/holders.h"

namespace credit::repair {

struct Reevaluation {
    bool completed = true;
    std::string document_number;
    std::string reasons;
    std::string remedy;  // when it failed
};

// "repair.reevaluate", from Shielded. Refused: out_of_order, not_your_case, document_missing,
// reasons_missing, remedy_missing, person_in_words.
Result<ledger::Draft> reevaluate(const access::Occasion& occasion, std::string_view subject_key,
                                 std::string_view case_id, const Reevaluation& evaluation,
                                 const std::vector<Holder>& looked);

}  // namespace credit::repair
