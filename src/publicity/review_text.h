// Review of a text that the leak detector withheld (公开前核实): an officer of the authority that
// filed it says whether it may be published.
//
// The detector errs on the careful side: a number that only looks like a person's stays closed
// until somebody has looked. The outcome holds for that record; a corrected row is looked at anew.
//
// Law: luzhengfa-2017-44 item 3 — personal details are taken out before publication
//      sd-social-credit-regulation-2020 art. 16 — who provides answers for the truth

#pragma once

#include <string>
#include <string_view>

#include "access/occasion.h"
#include "foundation/result.h"
#include "ledger/act.h"
#include "ledger/draft.h"
#include "sql/session.h"

namespace credit::publicity {

struct TextReview {
    std::string column;   // code
    std::string outcome;  // "shown", "kept"
    std::string reason;
};

// "publicity.review_text", homed at the subject. NotFound "records.no_such_record"; refused with
// grounds in this order: records.already_ended, records.not_your_record, nothing_withheld,
// review_outcome, review_reason_missing, reviewed_so_already.
Result<ledger::Draft> review_text(const access::Occasion& occasion, std::string_view subject_key,
                                  std::string_view record_id, const TextReview& review);
Result<void> apply_review_text(sql::Session& session, const ledger::Act& act);

}  // namespace credit::publicity
