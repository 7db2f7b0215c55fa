#include "measures/order_step.h"

#include <string>
#include <string_view>
#include <vector>

#include "catalogue/duties/measure.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "law/citation.h"
#include "ledger/act.h"
#include "ledger/clocks.h"
#include "ledger/draft.h"
#include "lookups/correction.h"
#include "measures/order_register.h"
#include "measures/restraint_order.h"
#include "sql/session.h"

namespace credit::measures {

JsonObject body_of(const OrderStep& step) {
    JsonObject body{{"order", to_json(step.order)}, {"article", step.article}};
    if (!step.said.empty()) body["said"] = step.said;
    if (!step.told.empty()) body["told"] = step.told;
    return body;
}

ledger::Draft draft_of(const OrderStep& step) {
    return {.kind = std::string(step.kind),
            .home_key = step.order.subject_key,
            .occurred_on = step.happened_on,
            .body = to_text(body_of(step))};
}

Result<void> apply_order(sql::Session& session, const ledger::Act& act) {
    const auto body = TRY(parse_object(act.body));
    return apply_body(session, act, body);
}

Result<void> apply_body(sql::Session& session, const ledger::Act& act, const JsonObject& body) {
    const auto* const object = TRY(read_object(body, "order"));
    const auto order = TRY(read_order(*object));
    TRY(OrderRegister(session).save(order));
    TRY(ledger::clear_clocks_about(session, order.subject_key, order.order_id, "", act.id));
    if (body.contains("told")) {
        const auto* const told = TRY(read_array(body, "told"));
        TRY(lookups::apply_told(session, act, order.order_id, *told));
    }
    const auto last = order.last_day();
    if (!last || order.ended_on) return {};
    const auto article = TRY(read_text(body, "article"));
    return ledger::set_clock(session, {.subject_key = order.subject_key,
                                       .clock_id = act.id + "-1",
                                       .kind = "measures.expiry",
                                       .about_id = order.order_id,
                                       .due_on = *last,
                                       .article = article,
                                       .act_id = act.id});
}

std::string article_of(const catalogue::Measure& measure) {
    return measure.bases.empty() ? std::string() : law::to_text(measure.bases.front().citation);
}

}  // namespace credit::measures
