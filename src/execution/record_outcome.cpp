#include "execution/record_outcome.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "access/occasion.h"
#include "access/permits.h"
#include "access/principal.h"
#include "catalogue/catalogue.h"
#include "execution/execution.h"
#include "execution/execution_register.h"
#include "execution/item_state.h"
#include "execution/judge_answer.h"
#include "execution/step.h"
#include "foundation/clock.h"
#include "foundation/result.h"
#include "ledger/draft.h"
#include "measures/order_register.h"
#include "sql/session.h"

namespace credit::execution {
namespace {

Duty as_order(const std::string& order_id) {
    return {.item_id = order_id, .by_order = true, .decided_by = {}, .measure = {}};
}

// Of orders on the subject under the duty's measure: the one named, and whether any can be
// executed.
Result<void> add_orders(DutyFacts& facts, sql::Session& session, const std::string& subject_key,
                        const Answer& answer, Date day) {
    for (const auto& order : TRY(measures::OrderRegister(session).of_subject(subject_key))) {
        if (order.measure != facts.duty.measure) continue;
        const auto state = TRY(state_of(session, subject_key, as_order(order.order_id)));
        facts.any_order |= state.executable(day);
        if (order.order_id == answer.order_id) facts.order = state;
    }
    return {};
}

Outcome outcome_of(const Answer& answer, const Answers& answers, Date day) {
    Outcome outcome{
        .executed = answer.outcome == "executed", .words = answer.words, .recorded_on = day};
    if (!outcome.executed) {
        if (const auto why = parse_why(answer.why)) outcome.why = *why;
        return outcome;
    }
    outcome.done_on = answer.done_on;
    outcome.document_number = answer.document_number;
    outcome.order_id = answer.order_id;
    outcome.officer = answers.officer;
    outcome.office = answers.office;
    return outcome;
}

class Recording {
public:
    Recording(const access::Occasion& occasion, Step& step, const Answers& answers)
        : occasion_(occasion), step_(step), answers_(answers) {
        const auto office =
            occasion.catalogue.authorities.find(occasion.principal.authority, occasion.day);
        authority_ = office ? *office : nullptr;
    }

    Result<void> take(Grounds& grounds, const Answer& answer) {
        Duty* const duty = step_.execution.find(answer.item_id, answer.measure);
        require(grounds, duty != nullptr, "execution.no_such_duty");
        if (duty == nullptr) return {};
        const auto& subject_key = step_.execution.subject_key;
        const auto state = TRY(state_of(occasion_.session, subject_key, *duty));
        DutyFacts facts{.duty = *duty,
                        .item = state,
                        .measure = occasion_.catalogue.measures.find(duty->measure),
                        .authority = authority_,
                        .on_person = subject_key.starts_with('P'),
                        .officer_named = !answers_.officer.empty() && !answers_.office.empty(),
                        .opened_on = step_.execution.opened_on};
        if (duty->needs_order) {
            TRY(add_orders(facts, occasion_.session, subject_key, answer, occasion_.day));
        }
        judge_answer(grounds, facts, answer, occasion_.day);
        if (!grounds.empty()) return {};
        const auto& outcome = duty->outcome.emplace(outcome_of(answer, answers_, occasion_.day));
        if (outcome.executed) step_.executed.push_back(*duty);
        tell(*duty, outcome.executed);
        return {};
    }

private:
    // luzhengfa-2017-44 item 16: to who decided; that nothing was done, to supervision as well.
    void tell(const Duty& duty, bool executed) {
        const std::string what = executed ? "measure_executed" : "measure_not_executed";
        const auto decided =
            occasion_.catalogue.authorities.current(duty.decided_by, occasion_.day);
        if (decided && (*decided)->code != occasion_.principal.authority) {
            const auto is_it = [&](const Recipient& each) {
                return each.code == (*decided)->code && each.what == what;
            };
            if (std::ranges::none_of(step_.told, is_it)) {
                step_.told.push_back({.code = (*decided)->code, .what = what});
            }
        }
        if (!executed) tell_supervision(step_.told, occasion_, what);
    }

    const access::Occasion& occasion_;
    Step& step_;
    const Answers& answers_;
    const catalogue::Authority* authority_ = nullptr;
};

}  // namespace

Result<ledger::Draft> record_outcome(const access::Occasion& occasion, const Which& which,
                                     const Answers& answers) {
    const auto& authority = occasion.principal.authority;
    TRY(access::authorise(occasion.principal, "record_outcome", authority));
    Step step{.kind = "execution.record_outcome",
              .execution = TRY(
                  ExecutionRegister(occasion.session).find(which.subject_key, which.execution_id))};
    Grounds grounds;
    require(grounds, occasion.catalogue.authorities.succeeds(authority, step.execution.authority),
            "execution.not_yours");
    require(grounds, !answers.each.empty(), "execution.answers_missing");
    if (!grounds.empty()) return refuse(std::move(grounds));
    Recording recording(occasion, step, answers);
    for (const auto& answer : answers.each) TRY(recording.take(grounds, answer));
    if (!grounds.empty()) return refuse(std::move(grounds));
    return draft_of(step, occasion.day);
}

}  // namespace credit::execution
