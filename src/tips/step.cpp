#include "tips/step.h"

#include <string>
#include <string_view>

#include "access/occasion.h"
#include "calendar/working_days.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "law/citation.h"
#include "law/library.h"
#include "law/parameter.h"
#include "ledger/act.h"
#include "ledger/clocks.h"
#include "ledger/draft.h"
#include "sql/session.h"
#include "tips/tip.h"
#include "tips/tip_register.h"

namespace credit::tips {

ledger::Draft draft_of(const Step& step) {
    JsonObject body{{"tip", to_json(step.tip)}, {"clock_over", step.clock_over}};
    if (!step.clock.empty()) {
        body["clock"] = step.clock;
        body["article"] = step.article;
    }
    return {.kind = std::string(step.kind),
            .home_key = step.tip.home_key,
            .occurred_on = step.happened_on,
            .body = to_text(body)};
}

Result<void> apply_step(sql::Session& session, const ledger::Act& act) {
    const auto body = TRY(parse_object(act.body));
    const auto* const object = TRY(read_object(body, "tip"));
    const auto tip = TRY(read_tip(*object));
    TRY(TipRegister(session).save(tip));
    const auto over = TRY(read_flag(body, "clock_over"));
    if (over) TRY(ledger::clear_clocks_about(session, tip.home_key, tip.tip_id, "", act.id));
    const auto clock = TRY(read_optional_text(body, "clock"));
    if (!clock || !tip.due_on) return {};
    return ledger::set_clock(session, {.subject_key = tip.home_key,
                                       .clock_id = act.id + "-1",
                                       .kind = *clock,
                                       .about_id = tip.tip_id,
                                       .due_on = *tip.due_on,
                                       .article = TRY(read_text(body, "article")),
                                       .act_id = act.id});
}

Result<void> start_clock(const access::Occasion& occasion, Step& step, std::string_view parameter,
                         std::string_view clock) {
    const auto* const found = TRY(occasion.law.parameter(parameter, occasion.day));
    const auto period = TRY(occasion.law.period(parameter, occasion.day));
    step.tip.due_on = occasion.law.calendar().last_day_of(period, step.happened_on).day;
    step.clock = clock;
    step.article = law::to_text(found->citation);
    step.clock_over = true;
    return {};
}

}  // namespace credit::tips
