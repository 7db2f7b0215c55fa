// Conclusion of an objection (异议处理结果): each point answered with reasons, the item corrected
// or withdrawn where it was wrong, and everyone who was told of it told that it was.
//
// Law:     luzhengfa-2017-44 item 20 — wrong information is corrected or withdrawn; reputation is
//          restored
//          sd-social-credit-regulation-2020 art. 39 — the result is told
// Reading: decision 0122: after silence past the clock only what is for the subject may follow,
//          whether or not the clerk has said so
//          decision 0233: what a correction after silence must be

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "access/occasion.h"
#include "foundation/result.h"
#include "ledger/draft.h"
#include "lookups/correction.h"
#include "objections/consequence.h"
#include "objections/objection.h"

namespace credit::objections {

struct Conclusion {
    // Finding, reasons and what a correction changed, in the order of the points; words ignored.
    std::vector<Point> answers;
    Correction correction;  // where a point is upheld
    std::string document_number;
    std::string remedy;  // the next remedy that the subject is told
    lookups::Reached reached;
};

// "objections.conclude_objection". Refused, with every ground: "objections.not_open",
// "objections.not_yours_to_answer", "objections.answers_incomplete", "objections.reasons_missing",
// "objections.document_missing", "objections.remedy_missing", "objections.silence_resolved", and
// those of consequence_of.
Result<ledger::Draft> conclude_objection(const access::Occasion& occasion,
                                         std::string_view subject_key,
                                         std::string_view objection_id,
                                         const Conclusion& conclusion);

}  // namespace credit::objections
