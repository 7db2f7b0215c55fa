// Acceptance of an application (受理), and extension of the result (延长).
//
// Law:     guobanfa-2025-22 — acceptance within three working days of the push when the papers are
//          complete; the result within ten of acceptance, longer where it must be verified
// Reading: decision 0161: an extension once, with its reason, within the period, and for no longer
//          than the period itself

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "access/occasion.h"
#include "foundation/result.h"
#include "ledger/draft.h"

namespace credit::repair {

struct Acceptance {
    bool accepts = true;
    std::vector<std::string> missing = {};  // the papers that are missing, when it is not accepted
    std::string reasons = {};
};

// "repair.accept_application": from Applied; the ten days begin with it. Refused: out_of_order,
// not_your_case, missing_not_named, paper_unknown, nothing_missing, reasons_missing,
// person_in_words.
Result<ledger::Draft> accept_application(const access::Occasion& occasion,
                                         std::string_view subject_key, std::string_view case_id,
                                         const Acceptance& acceptance);

// "repair.extend": from Accepted. Refused: out_of_order, not_your_case, extended_already,
// period_over, reasons_missing, person_in_words.
Result<ledger::Draft> extend_result(const access::Occasion& occasion, std::string_view subject_key,
                                    std::string_view case_id, std::string_view reason);

}  // namespace credit::repair
