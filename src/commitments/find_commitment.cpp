#include "commitments/find_commitment.h"

#include <utility>

#include "access/occasion.h"
#include "access/permits.h"
#include "commitments/commitment.h"
#include "commitments/step.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "ledger/draft.h"

namespace credit::commitments {
namespace {

void conclude(Step& step, State state, const Finding& finding, Date day) {
    auto& commitment = step.commitment;
    commitment.state = state;
    commitment.concluded_on = day;
    commitment.finding_document = finding.document_number;
    commitment.reasons = finding.reasons;
}

}  // namespace

Result<ledger::Draft> check_commitment(const access::Occasion& occasion, const Which& which,
                                       const Check& check) {
    TRY(access::authorise(occasion.principal, "check_commitment", occasion.principal.authority));
    auto step = TRY(step_of(occasion, "commitments.check_commitment", which));
    auto& commitment = step.commitment;
    Grounds grounds;
    require_open(grounds, commitment);
    require_own(grounds, occasion, commitment);
    require(grounds, !check.words.empty(), "commitments.words_missing");
    require(grounds, !check.check_on || commitment.kind != Kind::Papers, "commitments.day_stands");
    require(grounds, !check.check_on || *check.check_on > occasion.day,
            "commitments.check_day_not_ahead");
    if (!grounds.empty()) return refuse(std::move(grounds));
    commitment.checked_on = occasion.day;
    step.said = {{"words", check.words}};
    if (check.check_on) {
        commitment.check_on = *check.check_on;
        commitment.reminded_on.reset();
        commitment.overdue_on.reset();
        TRY(run_to_check(occasion, step));
    }
    return draft_of(step);
}

Result<ledger::Draft> find_kept(const access::Occasion& occasion, const Which& which,
                                const Finding& finding) {
    TRY(access::authorise(occasion.principal, "find_kept", occasion.principal.authority));
    auto step = TRY(step_of(occasion, "commitments.find_kept", which));
    auto& commitment = step.commitment;
    const auto& fulfilled_on = finding.fulfilled_on;
    Grounds grounds;
    require_open(grounds, commitment);
    require_own(grounds, occasion, commitment);
    require(grounds, !finding.document_number.empty(), "commitments.document_missing");
    require(grounds, fulfilled_on.has_value(), "commitments.fulfilled_on_missing");
    require(grounds, !fulfilled_on || *fulfilled_on >= commitment.made_on,
            "commitments.fulfilled_before_made");
    require(grounds, !fulfilled_on || *fulfilled_on <= occasion.day,
            "commitments.fulfilled_in_future");
    require(grounds, !fulfilled_on || *fulfilled_on <= commitment.check_on,
            "commitments.fulfilled_late");
    if (!grounds.empty()) return refuse(std::move(grounds));
    conclude(step, State::Kept, finding, occasion.day);
    commitment.fulfilled_on = fulfilled_on;
    return draft_of(step);
}

Result<ledger::Draft> find_broken(const access::Occasion& occasion, const Which& which,
                                  const Finding& finding) {
    TRY(access::authorise(occasion.principal, "find_broken", occasion.principal.authority));
    auto step = TRY(step_of(occasion, "commitments.find_broken", which));
    auto& commitment = step.commitment;
    Grounds grounds;
    require_open(grounds, commitment);
    require_own(grounds, occasion, commitment);
    // luzhengfa-2017-44 item 7: through the last day the papers may come.
    require(grounds, commitment.kind != Kind::Papers || occasion.day > commitment.check_on,
            "commitments.clock_running");
    require(grounds, !finding.document_number.empty(), "commitments.document_missing");
    require(grounds, !finding.reasons.empty(), "commitments.reasons_missing");
    require(grounds, !finding.statement.empty(), "commitments.not_heard");
    require(grounds, !finding.remedy.empty(), "commitments.remedy_missing");
    if (!grounds.empty()) return refuse(std::move(grounds));
    conclude(step, State::Broken, finding, occasion.day);
    commitment.statement = finding.statement;
    commitment.remedy = finding.remedy;
    return draft_of(step);
}

Result<JsonObject> finding_withdrawn(const access::Occasion& occasion, const Which& which) {
    auto step = TRY(step_of(occasion, "commitments.find_broken", which));
    auto& commitment = step.commitment;
    conclude(step, State::Made, {}, occasion.day);
    commitment.concluded_on.reset();
    commitment.statement.clear();
    commitment.remedy.clear();
    commitment.overdue_on.reset();
    TRY(run_to_check(occasion, step));
    return body_of(step);
}

}  // namespace credit::commitments
