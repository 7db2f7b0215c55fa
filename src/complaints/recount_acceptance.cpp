#include "complaints/recount_acceptance.h"

#include <utility>

#include "access/occasion.h"
#include "complaints/complaint.h"
#include "complaints/step.h"
#include "foundation/result.h"
#include "ledger/clocks.h"
#include "ledger/days/recount.h"
#include "ledger/draft.h"
#include "ledger/steps/running.h"

namespace credit::complaints {

Result<ledger::Draft> recount_acceptance(const access::Occasion& occasion,
                                         const ledger::StatutoryClock& clock,
                                         const ledger::Recount& recount) {
    auto step =
        TRY(step_of(occasion, "complaints.recount_acceptance", clock.subject_key, clock.about_id));
    Grounds grounds;
    require_open(grounds, step.complaint);
    require(grounds, step.complaint.due_on == clock.due_on, "ledger.day_stands");
    if (!grounds.empty()) return refuse(std::move(grounds));
    const auto recounted = count_anew(recount,
                                      {.start = step.complaint.filed_on,
                                       .last = clock.due_on,
                                       .kinder = ledger::Kinder::Earlier,
                                       .provisional = step.complaint.provisional},
                                      occasion.day);
    step.complaint.due_on = recounted.to;
    step.complaint.provisional = recounted.provisional;
    step.running =
        ledger::Running{.kind = clock.kind, .due_on = recounted.to, .article = clock.article};
    return with_recounted(draft_of(step), recount, recounted, clock);
}

}  // namespace credit::complaints
