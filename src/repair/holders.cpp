#include "repair/holders.h"

#include <algorithm>
#include <optional>
#include <set>
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
#include "ledger/distribution.h"
#include "measures/order_register.h"
#include "repair/repair_case.h"
#include "repair/repair_register.h"
#include "repair/step.h"
#include "sql/session.h"

namespace credit::repair {

Result<std::vector<Holder>> holders_of(sql::Session& session, const RepairCase& repair,
                                       std::string_view filed_by,
                                       const std::vector<Holder>& looked) {
    std::vector<Holder> holders = looked;
    holders.push_back({.kind = "authority", .code = std::string(filed_by)});
    TRY(ledger::visit_told(
        session, repair.subject_key, repair.item_id, [&](const ledger::Told& told) -> Result<void> {
            holders.push_back({.kind = told.recipient_kind, .code = told.recipient});
            return {};
        }));
    std::erase_if(holders, [&](const Holder& each) {
        return each.code.empty() || each.kind == "subject" ||
               (each.kind == "authority" && each.code == repair.authority);
    });
    // Who looked stands ahead of the same as told, since it alone may be withheld.
    std::ranges::stable_sort(holders);
    const auto repeated = std::ranges::unique(holders);
    holders.erase(repeated.begin(), repeated.end());
    return holders;
}

Result<std::vector<std::string>> orders_going_with(sql::Session& session, const RepairCase& repair,
                                                   const std::vector<std::string>& named) {
    std::set<std::string> going(named.begin(), named.end());
    for (const auto& step : TRY(RepairRegister(session).steps_of(repair))) {
        const auto told = TRY(parse_object(step.told));
        if (!told.contains("orders_ended")) continue;
        for (const auto& id : *TRY(read_array(told, "orders_ended"))) going.emplace(id.as_string());
    }
    std::vector<std::string> ids;
    for (const auto& order : TRY(measures::OrderRegister(session).of_subject(repair.subject_key))) {
        if (going.contains(order.order_id)) ids.push_back(order.order_id);
    }
    return ids;
}

Result<void> tell_holders(Step& step, const access::Occasion& occasion,
                          const std::vector<Holder>& holders, std::string_view what) {
    if (holders.empty()) return {};
    const auto& calendar = occasion.law.calendar();
    const auto* const others = TRY(occasion.law.parameter("repair.holders.stop", occasion.day));
    const auto at_site = TRY(occasion.law.period("repair.list_removal.stop", occasion.day));
    const auto due = calendar.last_day_of(std::get<law::Period>(others->value), occasion.day);
    const auto due_at_site = calendar.last_day_of(at_site, occasion.day);
    JsonArray openly;
    for (const auto& holder : holders) {
        if (!holder.withheld) openly.emplace_back(holder.code);
        step.tellings.push_back({.kind = holder.kind,
                                 .code = holder.code,
                                 .about_id = step.repair.item_id,
                                 .what = std::string(what),
                                 .urgent = true,
                                 .due_on = holder.kind == "site" ? due_at_site.day : due.day});
    }
    step.running.push_back({.kind = "repair.holders",
                            .about_id = step.repair.case_id,
                            .due_on = due.day,
                            .article = law::to_text(others->citation)});
    if (!openly.empty()) step.told["told_openly"] = std::move(openly);
    step.told["holders_due_on"] = calendar::to_text(due.day);
    return {};
}

Result<Spread> spread_of(sql::Session& session, const RepairCase& repair) {
    Spread spread;
    if (!repair.decided_by) return spread;
    TRY(ledger::visit_told(
        session, repair.subject_key, repair.item_id, [&](const ledger::Told& told) -> Result<void> {
            if (told.act_id != *repair.decided_by) return {};
            ++spread.told;
            if (!told.acknowledged_at) {
                spread.open.push_back(told);
            } else if (!spread.closed_at ||
                       spread.closed_at->milliseconds < told.acknowledged_at->milliseconds) {
                spread.closed_at = told.acknowledged_at;
            }
            return {};
        }));
    if (!spread.open.empty()) spread.closed_at.reset();
    return spread;
}

}  // namespace credit::repair
