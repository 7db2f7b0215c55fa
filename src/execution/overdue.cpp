#include "execution/overdue.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "access/occasion.h"
#include "catalogue/catalogue.h"
#include "catalogue/duties/measure.h"
#include "execution/execution.h"
#include "execution/execution_register.h"
#include "execution/item_state.h"
#include "execution/step.h"
#include "foundation/clock.h"
#include "foundation/result.h"
#include "ledger/clocks.h"
#include "ledger/draft.h"

namespace credit::execution {
namespace {

void name(Step& step, const access::Occasion& occasion, std::string_view what) {
    auto& execution = step.execution;
    execution.overdue_on = occasion.day;
    const auto office = occasion.catalogue.authorities.current(execution.authority, occasion.day);
    step.told.push_back({.code = office ? (*office)->code : execution.authority,
                         .what = std::string(what),
                         .due_on = execution.due_on});
}

// guobanfa-2020-49: what the catalogue no longer holds is nobody's duty.
bool none_in_force(const access::Occasion& occasion, const Execution& execution) {
    return std::ranges::none_of(execution.duties, [&](const Duty& duty) {
        return !duty.outcome && occasion.catalogue.measures.in_force(duty.measure, occasion.day);
    });
}

// Why of what is not answered nothing can be executed; none where something can.
Result<std::string_view> why_at_rest(const access::Occasion& occasion, const Execution& execution) {
    std::string_view why;
    for (const auto& duty : execution.duties) {
        if (duty.outcome) continue;
        const auto item = TRY(state_of(occasion.session, execution, duty));
        const bool stayed = item.stayed(occasion.day);
        if (!stayed && !item.held(occasion.day)) return std::string_view();
        why = stayed ? "execution.stayed" : "execution.on_hold";
    }
    return why;
}

}  // namespace

Result<ledger::Draft> fall_due(const access::Occasion& occasion,
                               const ledger::StatutoryClock& clock) {
    Step step{.kind = "execution.name_overdue",
              .execution =
                  TRY(ExecutionRegister(occasion.session).find(clock.subject_key, clock.about_id))};
    auto& execution = step.execution;
    Grounds grounds;
    require(grounds, execution.open(), "execution.answered_already");
    require(grounds, occasion.day > execution.due_on, "execution.clock_running");
    if (!grounds.empty()) return refuse(std::move(grounds));
    if (execution.is_task()) {
        const auto item = TRY(state_of(occasion.session, execution, execution.duties.front()));
        if (item.over(occasion.day) || none_in_force(occasion, execution)) {
            step.kind = "execution.lapse";
            execution.lapsed_on = occasion.day;
            return draft_of(step, occasion.day);
        }
    }
    // luzhengfa-2017-44 item 20: nobody is late with what may not be done.
    const auto why = TRY(why_at_rest(occasion, execution));
    if (!why.empty()) return refuse({{.word = std::string(why)}});
    if (clock.kind == response_clock) {
        name(step, occasion, "response_missing");
        execution.accepted_on = clock.due_on;
        TRY(run_to_outcome(occasion, step, clock.due_on));
    } else {
        name(step, occasion, "outcome_missing");
        step.clock_over = true;
    }
    return draft_of(step, occasion.day);
}

}  // namespace credit::execution
