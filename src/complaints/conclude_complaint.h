// Decision of a complaint (投诉处理决定): each point answered with reasons; where one is upheld,
// what the unit must put right, and by when.
//
// Law:     sd-social-credit-regulation-2020 arts. 58, 59 — offices put right what they did against
//          the regulation; officials answer for it
//          personal-information-protection-law-2021 art. 65 — whoever complained is told the
//          outcome
// Reading: decision 0172: a unit is heard before a point is upheld against it

#pragma once

#include <string>
#include <vector>

#include "access/occasion.h"
#include "complaints/complaint.h"
#include "complaints/examine_complaint.h"
#include "foundation/result.h"
#include "ledger/draft.h"

namespace credit::complaints {

struct Conclusion {
    std::vector<Point> answers;  // finding and reasons, in the order of the points
    std::string document_number;
    std::string remedy;  // the next remedy that the complainant is told
    std::string order;   // where a point is upheld: what the unit must put right
};

// "complaints.conclude_complaint", by the deciding unit, late too. Refused, with every ground:
// "complaints.not_open", "complaints.not_yours_to_decide", "complaints.not_accepted",
// "complaints.answers_incomplete", "complaints.reasons_missing", "complaints.document_missing",
// "complaints.remedy_missing", "complaints.respondent_not_heard", "complaints.order_missing".
Result<ledger::Draft> conclude_complaint(const access::Occasion& occasion, const Which& which,
                                         const Conclusion& conclusion);

}  // namespace credit::complaints
