// Finding of a commitment (承诺履行认定): checked on its day, found kept, or found broken, by the
// authority that took it.
//
// That it was not kept is never derived from silence: it is a decision, with its document, reasons
// and remedy, after the subject could speak. It can be objected to; an objection that is upheld
// takes the finding back, and the commitment is as it was before.
//
// Law:     sd-social-credit-regulation-2020 arts. 32, 39 — how it was kept is recorded; who
//          disagrees objects
//          luzhengfa-2017-44 item 7 — the papers come within the time that was promised
// Reading: decision 0200

#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "access/occasion.h"
#include "commitments/step.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "ledger/draft.h"

namespace credit::commitments {

struct Check {
    std::string words = {};             // what was looked at, and what was found
    std::optional<Date> check_on = {};  // when it is looked at again
};

// "commitments.check_commitment": nothing is found yet. Refused "commitments.not_open",
// "commitments.not_yours", "commitments.words_missing", "commitments.day_stands" for the day by
// which papers were promised, "commitments.check_day_not_ahead".
Result<ledger::Draft> check_commitment(const access::Occasion& occasion, const Which& which,
                                       const Check& check);

struct Finding {
    std::string document_number = {};
    std::string reasons = {};
    std::optional<Date> fulfilled_on = {};  // of a kept one: when the papers were in, the work done
    std::string statement = {};             // of a broken one: what the subject said to it
    std::string remedy = {};                // of a broken one
};

// "commitments.find_kept". Refused "commitments.not_open", "commitments.not_yours",
// "commitments.document_missing", "commitments.fulfilled_on_missing",
// "commitments.fulfilled_before_made", "commitments.fulfilled_in_future",
// "commitments.fulfilled_late".
Result<ledger::Draft> find_kept(const access::Occasion& occasion, const Which& which,
                                const Finding& finding);

// "commitments.find_broken". Refused "commitments.not_open", "commitments.not_yours", while papers
// may still come "commitments.clock_running", "commitments.document_missing",
// "commitments.reasons_missing", "commitments.not_heard", "commitments.remedy_missing".
Result<ledger::Draft> find_broken(const access::Occasion& occasion, const Which& which,
                                  const Finding& finding);

// The body of the step that takes a broken finding back, for the act that concludes an objection.
Result<JsonObject> finding_withdrawn(const access::Occasion& occasion, const Which& which);

}  // namespace credit::commitments
