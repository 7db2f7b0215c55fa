#include "execution/judge_answer.h"

#include <algorithm>
#include <string>
#include <utility>

#include "catalogue/duties/measure.h"
#include "catalogue/offices/authority.h"
#include "execution/execution.h"
#include "execution/record_outcome.h"
#include "foundation/clock.h"
#include "foundation/result.h"

namespace credit::execution {
namespace {

// guobanfa-2020-49: by the authorities that the measure's own article names.
bool competent(const DutyFacts& facts) {
    if (facts.measure == nullptr || facts.authority == nullptr) return false;
    return std::ranges::any_of(facts.measure->implementers, [&](const std::string& function) {
        return function == "all_departments" || function == "permit_authority" ||
               facts.authority->has_function(function);
    });
}

// On movement, schooling and livelihood: the individual order that names the person.
void judge_order(Grounds& grounds, const DutyFacts& facts, const Answer& answer, Date done_on) {
    if (!facts.duty.needs_order) return;
    require(grounds, !answer.order_id.empty(), "execution.order_missing");
    require(grounds, answer.order_id.empty() || (facts.order && facts.order->executable(done_on)),
            "execution.order_not_in_force");
}

void judge_executed(Grounds& grounds, const DutyFacts& facts, const Answer& answer, Date day) {
    require(grounds, answer.done_on.has_value(), "execution.done_on_missing");
    if (!answer.done_on) return;
    const Date done_on = *answer.done_on;
    require(grounds, done_on <= day, "execution.done_in_future");
    require(grounds, done_on >= facts.opened_on, "execution.done_before_opened");
    require(grounds, !answer.document_number.empty(), "execution.document_missing");
    // luzhengfa-2017-44 item 20: while information is being verified, nothing is executed.
    require(grounds, !facts.item.held(done_on), "execution.on_hold");
    require(grounds, !facts.item.stayed(done_on), "execution.stayed");
    require(grounds, !facts.item.over(done_on), "execution.not_in_force");
    require(grounds, competent(facts), "execution.not_competent");
    // personal-information-protection-law-2021 art. 24: an officer decides, and stands by it.
    require(grounds, !facts.on_person || facts.officer_named, "execution.officer_missing");
    judge_order(grounds, facts, answer, done_on);
}

void judge_reason(Grounds& grounds, const DutyFacts& facts, Why why, Date day) {
    switch (why) {
        case Why::NoCompetence:
            require(grounds, !competent(facts), "execution.is_competent");
            return;
        case Why::NoSuchSubject:
        case Why::NotApplicable:
            return;
        case Why::Pending:
            require(grounds, facts.item.held(day) || facts.item.stayed(day),
                    "execution.nothing_pending");
            return;
        case Why::Ended:
            require(grounds, facts.item.over(day), "execution.not_over");
            return;
        case Why::OrderMissing:
            require(grounds, facts.duty.needs_order && !facts.any_order, "execution.order_stands");
            return;
        case Why::NotTaken:
            // luzhengfa-2017-44 item 18: only what is recommended may be left.
            require(grounds, !facts.duty.mandatory, "execution.is_mandatory");
            return;
    }
    std::unreachable();
}

void judge_not_executed(Grounds& grounds, const DutyFacts& facts, const Answer& answer, Date day) {
    const auto why = parse_why(answer.why);
    require(grounds, why.has_value(), "execution.ground_unknown");
    require(grounds, !answer.words.empty(), "execution.words_missing");
    if (why) judge_reason(grounds, facts, *why, day);
}

}  // namespace

void judge_answer(Grounds& grounds, const DutyFacts& facts, const Answer& answer, Date day) {
    require(grounds, facts.correcting || !facts.duty.outcome, "execution.answered_already");
    const bool executed = answer.outcome == "executed";
    require(grounds, executed || answer.outcome == "not_executed", "execution.outcome_unknown");
    if (executed) judge_executed(grounds, facts, answer, day);
    if (answer.outcome == "not_executed") judge_not_executed(grounds, facts, answer, day);
}

}  // namespace credit::execution
