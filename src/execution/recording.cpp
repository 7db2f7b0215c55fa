#include "execution/recording.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "access/occasion.h"
#include "access/principal.h"
#include "catalogue/catalogue.h"
#include "catalogue/offices/authority.h"
#include "execution/execution.h"
#include "execution/item_state.h"
#include "execution/judge_answer.h"
#include "execution/record_outcome.h"
#include "execution/step.h"
#include "foundation/clock.h"
#include "foundation/result.h"
#include "ledger/steps/recipient.h"
#include "measures/order_register.h"
#include "measures/restraint_order.h"
#include "sql/session.h"

namespace credit::execution {
namespace {

Duty as_duty(const measures::RestraintOrder& order) {
    return {.item_id = order.order_id,
            .by_order = true,
            .decided_by = order.authority,
            .measure = order.measure};
}

// Of orders on the subject under the duty's measure: the one named, and whether any can be
// executed.
Result<void> add_orders(DutyFacts& facts, sql::Session& session, const Execution& execution,
                        const Answer& answer, Date day) {
    measures::OrderRegister orders(session);
    for (const auto& order : TRY(orders.of_subject(execution.subject_key))) {
        if (order.measure != facts.duty.measure) continue;
        const auto state = TRY(state_of(session, execution, as_duty(order)));
        facts.any_order |= state.executable(day);
        if (order.order_id == answer.order_id) facts.order = state;
    }
    return {};
}

}  // namespace

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

Recording::Recording(const access::Occasion& occasion, Step& step, const Answers& answers)
    : occasion_(occasion), step_(step), answers_(answers) {
    const auto office =
        occasion.catalogue.authorities.find(occasion.principal.authority, occasion.day);
    authority_ = office ? *office : nullptr;
}

Result<void> Recording::judge(Grounds& grounds, const Answer& answer, const Duty& duty,
                              bool correcting) const {
    const auto& execution = step_.execution;
    const auto state = TRY(state_of(occasion_.session, execution, duty));
    DutyFacts facts{.duty = duty,
                    .item = state,
                    .measure = occasion_.catalogue.measures.find(duty.measure),
                    .authority = authority_,
                    .on_person = execution.subject_key.starts_with('P'),
                    .officer_named = !answers_.officer.empty() && !answers_.office.empty(),
                    .opened_on = execution.opened_on,
                    .correcting = correcting};
    if (duty.needs_order) {
        TRY(add_orders(facts, occasion_.session, execution, answer, occasion_.day));
    }
    judge_answer(grounds, facts, answer, occasion_.day);
    return {};
}

Result<void> Recording::take(Grounds& grounds, const Answer& answer) {
    Duty* const duty = step_.execution.find(answer.item_id, answer.measure);
    require(grounds, duty != nullptr, "execution.no_such_duty");
    if (duty == nullptr) return {};
    TRY(judge(grounds, answer, *duty, false));
    if (!grounds.empty()) return {};
    const auto& outcome = duty->outcome.emplace(outcome_of(answer, answers_, occasion_.day));
    if (outcome.executed) step_.executed.push_back(*duty);
    // luzhengfa-2017-44 item 16: to who decided; that nothing was done, to supervision as well.
    const std::string what = outcome.executed ? "measure_executed" : "measure_not_executed";
    tell_decider(*duty, what);
    if (!outcome.executed) tell_supervision(step_.told, occasion_, what);
    return {};
}

Result<void> Recording::correct(Grounds& grounds, const Answer& answer, std::string_view reasons) {
    Duty* const duty = step_.execution.find(answer.item_id, answer.measure);
    require(grounds, duty != nullptr, "execution.no_such_duty");
    if (duty == nullptr) return {};
    const Outcome* const before = duty->stands();
    require(grounds, before != nullptr, "execution.not_answered");
    if (before == nullptr) return {};
    auto outcome = outcome_of(answer, answers_, occasion_.day);
    require(grounds, !outcome.says_as(*before), "execution.corrects_nothing");
    TRY(judge(grounds, answer, *duty, true));
    if (!grounds.empty()) return {};
    outcome.corrects = reasons;
    duty->corrections.push_back(std::move(outcome));
    step_.corrected.push_back(*duty);
    tell_decider(*duty, "outcome_corrected");
    tell_supervision(step_.told, occasion_, "outcome_corrected");
    return {};
}

void Recording::tell_decider(const Duty& duty, const std::string& what) {
    const auto decided = occasion_.catalogue.authorities.current(duty.decided_by, occasion_.day);
    if (!decided || (*decided)->code == occasion_.principal.authority) return;
    const bool known = std::ranges::any_of(step_.told, [&](const ledger::Recipient& each) {
        return each.code == (*decided)->code && each.what == what;
    });
    if (!known) step_.told.push_back({.code = (*decided)->code, .what = what});
}

}  // namespace credit::execution
