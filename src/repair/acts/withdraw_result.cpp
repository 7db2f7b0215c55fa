#include "repair/acts/withdraw_result.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "access/occasion.h"
#include "calendar/date_text.h"
#include "calendar/working_days.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "law/citation.h"
#include "law/library.h"
#include "law/parameter.h"
#include "measures/order_register.h"
#include "measures/restraint_order.h"
#include "repair/acts/close_case.h"
#include "repair/effect/effect.h"
#include "repair/holders.h"
#include "repair/item.h"
#include "repair/repair_case.h"
#include "repair/repair_register.h"
#include "repair/result_clock.h"
#include "repair/step.h"
#include "sql/session.h"

namespace credit::repair {
namespace {

bool is_adverse(State state) {
    return state == State::NotAccepted || state == State::Refused || state == State::Revoked ||
           state == State::Resumed;
}

Result<RepairCase> find_adverse(sql::Session& session, std::string_view subject_key,
                                std::string_view case_id) {
    auto repair = TRY(RepairRegister(session).find(subject_key, case_id));
    if (!is_adverse(repair.state)) return fail(ErrorCode::Refused, "repair.no_adverse_result");
    return repair;
}

// A later application about the same item carries the matter on.
Result<bool> goes_on_elsewhere(const access::Occasion& occasion, const RepairCase& repair) {
    const auto cases = TRY(RepairRegister(occasion.session).of_subject(repair.subject_key));
    return std::ranges::any_of(cases, [&](const RepairCase& each) {
        return each.item_id == repair.item_id && each.case_id != repair.case_id &&
               (each.open() || each.state == State::Shielded);
    });
}

// Who decides it learns that it must, unless it is the one that answers the objection.
void tell_who_decides(Step& step, const access::Occasion& occasion, std::optional<Date> due_on) {
    if (occasion.principal.authority == step.repair.authority) return;
    step.tellings.push_back({.kind = "authority",
                             .code = step.repair.authority,
                             .about_id = step.repair.case_id,
                             .what = "repair_reopened",
                             .urgent = true,
                             .due_on = due_on});
}

Result<void> decide_anew(Step& step, const access::Occasion& occasion) {
    step.repair.overdue_on.reset();
    TRY(start_result_clock(occasion, step, occasion.day));
    tell_who_decides(step, occasion, step.repair.result_due);
    return {};
}

// A new evaluation has the time of a result.
Result<void> evaluate_anew(Step& step, const access::Occasion& occasion) {
    const auto* const result = TRY(occasion.law.parameter("repair.result", occasion.day));
    const auto due =
        occasion.law.calendar().last_day_of(std::get<law::Period>(result->value), occasion.day);
    step.repair.overdue_on.reset();
    step.repair.provisional = due.provisional;
    step.repair.reevaluate_on = due.day;
    step.told["due_on"] = calendar::to_text(due.day);
    step.told["provisional"] = due.provisional;
    step.told["reevaluate_on"] = calendar::to_text(due.day);
    step.running.push_back({.kind = "repair.reevaluation",
                            .about_id = step.repair.case_id,
                            .due_on = due.day,
                            .article = law::to_text(result->citation)});
    tell_who_decides(step, occasion, due.day);
    return {};
}

Result<void> take_up_again(Step& step, const access::Occasion& occasion) {
    step.repair.decided_on.reset();
    step.repair.extended = false;
    const bool stands = TRY(still_stands(occasion, step.repair));
    if (!stands || TRY(goes_on_elsewhere(occasion, step.repair))) {
        step.repair.state = State::Annulled;
        step.repair.decided_on = occasion.day;
        step.told["outcome"] = "annulled";
        return {};
    }
    step.repair.state = State::Accepted;
    step.repair.accepted_on = occasion.day;
    step.told["outcome"] = "reopened";
    return decide_anew(step, occasion);
}

// The orders that went with the item the last time, as far as they are not over by themselves.
Result<std::vector<measures::RestraintOrder>> orders_with(const access::Occasion& occasion,
                                                          const RepairCase& repair) {
    std::vector<measures::RestraintOrder> orders;
    measures::OrderRegister order_register(occasion.session);
    JsonArray ids;
    for (const auto& step : TRY(RepairRegister(occasion.session).steps_of(repair))) {
        const auto told = TRY(parse_object(step.told));
        if (told.contains("orders_ended")) ids = *TRY(read_array(told, "orders_ended"));
    }
    for (const auto& id : ids) {
        auto order = TRY(order_register.find(repair.subject_key, id.as_string()));
        if (!order.ended_on) orders.push_back(std::move(order));
    }
    return orders;
}

// What the revocation, or the failed evaluation, had brought back goes again.
Result<void> let_go_again(Step& step, const access::Occasion& occasion, const Item& item,
                          const std::vector<Holder>& looked) {
    const bool ends = step.repair.state == State::Revoked;
    auto orders = TRY(orders_with(occasion, step.repair));
    JsonArray ids;
    for (const auto& order : orders) ids.emplace_back(order.order_id);
    step.told["orders_ended"] = std::move(ids);
    step.told["outcome"] = ends ? "granted_again" : "shielded_again";
    const auto holds = holds_of(item, orders);
    if (!holds.empty()) step.told["held_before"] = to_json(holds);
    step.effect = ends ? ending(item, std::move(orders), occasion.day)
                       : shielding(item, std::move(orders), occasion.act_id);
    step.repair.state = ends ? State::Granted : State::Shielded;
    step.repair.decided_on = occasion.day;
    step.repair.decided_by = occasion.act_id;
    step.repair.wait_through.reset();
    if (!step.effect->nothing()) {
        const auto holders = TRY(holders_of(occasion.session, step.repair, item.authority, looked));
        TRY(tell_holders(step, occasion, holders, ends ? "repaired" : "shielded"));
    }
    return ends ? Result<void>{} : evaluate_anew(step, occasion);
}

}  // namespace

Result<ResultOfRepair> find_result(sql::Session& session, std::string_view subject_key,
                                   std::string_view case_id) {
    auto repair = TRY(find_adverse(session, subject_key, case_id));
    return ResultOfRepair{.authority = std::move(repair.authority),
                          .item_id = std::move(repair.item_id)};
}

Result<JsonObject> withdraw_result(const access::Occasion& occasion, std::string_view subject_key,
                                   std::string_view case_id, const std::vector<Holder>& looked) {
    auto repair = TRY(find_adverse(occasion.session, subject_key, case_id));
    const auto item =
        TRY(find_sealed_item(reading_of(occasion), subject_key, repair.item_kind, repair.item_id));
    Step step{.kind = {}, .repair = std::move(repair), .happened_on = occasion.day};
    step.repair.item_id = item.item_id;
    step.told["about"] = about_json(item);
    const bool refused =
        step.repair.state == State::NotAccepted || step.repair.state == State::Refused;
    if (refused) {
        TRY(take_up_again(step, occasion));
    } else {
        TRY(let_go_again(step, occasion, item, looked));
    }
    return body_of(step);
}

}  // namespace credit::repair
