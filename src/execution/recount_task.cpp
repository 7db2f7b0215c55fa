#include "execution/recount_task.h"

#include <utility>

#include "access/occasion.h"
#include "execution/execution.h"
#include "execution/execution_register.h"
#include "execution/step.h"
#include "foundation/result.h"
#include "ledger/clocks.h"
#include "ledger/days/recount.h"
#include "ledger/draft.h"

namespace credit::execution {

Result<ledger::Draft> recount_task(const access::Occasion& occasion,
                                   const ledger::StatutoryClock& clock,
                                   const ledger::Recount& recount) {
    Step step{.kind = "execution.recount_task",
              .execution =
                  TRY(ExecutionRegister(occasion.session).find(clock.subject_key, clock.about_id))};
    auto& execution = step.execution;
    Grounds grounds;
    require(grounds, execution.open(), "execution.answered_already");
    require(grounds, execution.due_on == clock.due_on, "ledger.day_stands");
    if (!grounds.empty()) return refuse(std::move(grounds));
    const auto recounted = count_anew(recount,
                                      {.start = execution.opened_on,
                                       .last = clock.due_on,
                                       .kinder = ledger::Kinder::Untold,
                                       .provisional = execution.provisional},
                                      occasion.day);
    execution.due_on = recounted.to;
    execution.provisional = recounted.provisional;
    step.article = clock.article;
    step.clock = clock.kind;
    return with_recounted(draft_of(step, occasion.day), recount, recounted, clock);
}

}  // namespace credit::execution
