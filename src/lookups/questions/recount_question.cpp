#include "lookups/questions/recount_question.h"

#include <utility>

#include "access/occasion.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "ledger/clocks.h"
#include "ledger/days/recount.h"
#include "ledger/draft.h"
#include "lookups/questions/question.h"

namespace credit::lookups {

Result<ledger::Draft> recount_question(const access::Occasion& occasion,
                                       const ledger::StatutoryClock& clock,
                                       const ledger::Recount& recount) {
    auto question = TRY(QuestionRegister(occasion.session).find(clock.subject_key, clock.about_id));
    Grounds grounds;
    require(grounds, !question.answered_on, "lookups.answered_already");
    require(grounds, question.due_on == clock.due_on && !question.overdue_on, "ledger.day_stands");
    if (!grounds.empty()) return refuse(std::move(grounds));
    const auto recounted = count_anew(recount,
                                      {.start = question.asked_on,
                                       .last = clock.due_on,
                                       .kinder = ledger::Kinder::Earlier,
                                       .provisional = question.provisional},
                                      occasion.day);
    question.due_on = recounted.to;
    question.provisional = recounted.provisional;
    return with_recounted(
        {.kind = "lookups.recount_question",
         .home_key = question.subject_key,
         .occurred_on = occasion.day,
         .body = to_text(JsonObject{{"question", to_json(question)}, {"article", clock.article}})},
        recount, recounted, clock);
}

}  // namespace credit::lookups
