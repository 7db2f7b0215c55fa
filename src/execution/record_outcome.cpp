#include "execution/record_outcome.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "access/occasion.h"
#include "access/permits.h"
#include "access/principal.h"
#include "catalogue/catalogue.h"
#include "execution/execution.h"
#include "execution/execution_register.h"
#include "execution/recording.h"
#include "execution/step.h"
#include "foundation/clock.h"
#include "foundation/result.h"
#include "ledger/draft.h"

namespace credit::execution {
namespace {

// The step that would leave the execution as it is.
Result<Step> step_of(const access::Occasion& occasion, std::string_view kind, const Which& which) {
    ExecutionRegister executions(occasion.session);
    return Step{.kind = kind,
                .execution = TRY(executions.find(which.subject_key, which.execution_id))};
}

Grounds judge_caller(const access::Occasion& occasion, const Execution& execution,
                     const Answers& answers) {
    Grounds grounds;
    require(
        grounds,
        occasion.catalogue.authorities.succeeds(occasion.principal.authority, execution.authority),
        "execution.not_yours");
    require(grounds, !answers.each.empty(), "execution.answers_missing");
    return grounds;
}

}  // namespace

Result<ledger::Draft> record_outcome(const access::Occasion& occasion, const Which& which,
                                     const Answers& answers) {
    TRY(access::authorise(occasion.principal, "record_outcome", occasion.principal.authority));
    auto step = TRY(step_of(occasion, "execution.record_outcome", which));
    auto grounds = judge_caller(occasion, step.execution, answers);
    if (!grounds.empty()) return refuse(std::move(grounds));
    Recording recording(occasion, step, answers);
    for (const auto& answer : answers.each) TRY(recording.take(grounds, answer));
    if (!grounds.empty()) return refuse(std::move(grounds));
    return draft_of(step, occasion.day);
}

Result<ledger::Draft> correct_outcome(const access::Occasion& occasion, const Which& which,
                                      const Answers& answers, std::string_view reasons) {
    TRY(access::authorise(occasion.principal, "correct_outcome", occasion.principal.authority));
    auto step = TRY(step_of(occasion, "execution.correct_outcome", which));
    auto grounds = judge_caller(occasion, step.execution, answers);
    require(grounds, !reasons.empty(), "execution.correction_reasons_missing");
    if (!grounds.empty()) return refuse(std::move(grounds));
    Recording recording(occasion, step, answers);
    for (const auto& answer : answers.each) {
        TRY(recording.correct(grounds, answer, reasons));
    }
    if (!grounds.empty()) return refuse(std::move(grounds));
    return draft_of(step, occasion.day);
}

bool says_again(Execution& execution, const Answers& answers, Date day) {
    return !answers.each.empty() && std::ranges::all_of(answers.each, [&](const Answer& answer) {
        const Duty* const duty = execution.find(answer.item_id, answer.measure);
        return duty != nullptr && duty->stands() != nullptr &&
               duty->stands()->says_as(outcome_of(answer, answers, day));
    });
}

}  // namespace credit::execution
