#include "objections/recount_answer.h"

#include <utility>

#include "access/occasion.h"
#include "foundation/result.h"
#include "ledger/clocks.h"
#include "ledger/days/recount.h"
#include "ledger/draft.h"
#include "objections/objection.h"
#include "objections/objection_register.h"
#include "objections/step.h"

namespace credit::objections {

Result<ledger::Draft> recount_answer(const access::Occasion& occasion,
                                     const ledger::StatutoryClock& clock,
                                     const ledger::Recount& recount) {
    auto objection =
        TRY(ObjectionRegister(occasion.session).find(clock.subject_key, clock.about_id));
    Grounds grounds;
    require_open(grounds, objection);
    require(grounds, objection.due_on == clock.due_on, "ledger.day_stands");
    if (!grounds.empty()) return refuse(std::move(grounds));
    const auto recounted = count_anew(recount,
                                      {.start = objection.filed_on,
                                       .last = clock.due_on,
                                       .kinder = ledger::Kinder::Earlier,
                                       .provisional = objection.provisional},
                                      occasion.day);
    Step step{.kind = "objections.recount_answer",
              .objection = std::move(objection),
              .happened_on = occasion.day};
    step.objection.due_on = recounted.to;
    step.objection.provisional = recounted.provisional;
    step.running.push_back({.kind = clock.kind, .due_on = recounted.to, .article = clock.article});
    return with_recounted(draft_of(step), recount, recounted, clock);
}

}  // namespace credit::objections
