// Making of a commitment (作出承诺): at the window of the authority that takes it, or, of what one
// declares of oneself, by the subject's own account. And taking back of what nothing rests on yet.
//
// Law:     luzhengfa-2017-44 item 6 — firms are encouraged to publish what they promise
//          luzhengfa-2017-44 item 7 — who is eligible promises papers in time and is accepted
//          first; not those that laws or rules demand
//          sd-social-credit-regulation-2020 art. 26 — easier ways of approval
// Reading: decisions 0200, 0201

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "access/occasion.h"
#include "commitments/commitment.h"
#include "commitments/step.h"
#include "foundation/clock.h"
#include "foundation/result.h"
#include "ledger/draft.h"

namespace credit::commitments {

struct Making {
    Kind kind = Kind::SelfDeclaration;
    std::string authority =
        {};  // to which a subject declares by its own account; else the caller's
    std::string matter = {};
    std::string case_number = {};
    std::string repair_case = {};
    std::string document_number = {};
    std::string words = {};
    std::vector<std::string> papers = {};
    bool none_required_by_law = false;  // 不属于法定要件: the officer looked at each paper
    std::string officer_reasons = {};   // for a person who is on no red list
    bool agreed = false;
    std::optional<Date> check_on = {};
    std::vector<std::string> held = {};  // items of the subject that are objected to
};

// "commitments.make_commitment", homed at the subject; its id is the act's with "-1". Refused:
// "commitments.not_for_you", "commitments.unknown_authority", "commitments.words_missing",
// "commitments.document_missing", "commitments.check_day_not_ahead",
// "commitments.repair_case_missing"; of an approval or papers "commitments.unknown_matter",
// "commitments.case_missing"; of papers "commitments.papers_missing",
// "commitments.papers_required_by_law", "commitments.not_offered", "commitments.not_eligible" with
// the ground, of a person "commitments.officer_missing".
Result<ledger::Draft> make_commitment(const access::Occasion& occasion,
                                      std::string_view subject_key, const Making& making);

// "commitments.withdraw_commitment": by the subject what it volunteered; by the authority any, with
// reasons, when the application it belongs to ended. Refused "commitments.not_open",
// "commitments.not_yours", "commitments.binds", "commitments.reasons_missing".
Result<ledger::Draft> withdraw_commitment(const access::Occasion& occasion, const Which& which,
                                          std::string_view reasons);

}  // namespace credit::commitments
