#include "repair/acts/reevaluate.h"

#include <string_view>
#include <utility>
#include <vector>

#include "access/occasion.h"
#include "access/permits.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "ledger/draft.h"
#include "repair/acts/name_overdue.h"
#include "repair/effect/effect.h"
#include "repair/effect/what_returns.h"
#include "repair/holders.h"
#include "repair/item.h"
#include "repair/repair_case.h"
#include "repair/repair_register.h"
#include "repair/step.h"

namespace credit::repair {
namespace {

Grounds judge(const access::Occasion& occasion, const RepairCase& repair,
              const Reevaluation& evaluation) {
    Grounds grounds;
    require_state(grounds, repair, {State::Shielded});
    require_own(grounds, occasion, repair);
    require(grounds, !evaluation.document_number.empty(), "repair.document_missing");
    require(grounds, !evaluation.reasons.empty(), "repair.reasons_missing");
    require(grounds, evaluation.completed || !evaluation.remedy.empty(), "repair.remedy_missing");
    require_no_person(grounds, {evaluation.reasons, evaluation.remedy, evaluation.document_number},
                      occasion.day);
    return grounds;
}

}  // namespace

Result<ledger::Draft> reevaluate(const access::Occasion& occasion, std::string_view subject_key,
                                 std::string_view case_id, const Reevaluation& evaluation,
                                 const std::vector<Holder>& looked) {
    TRY(access::authorise(occasion.principal, "reevaluate_repair", occasion.principal.authority));
    auto repair = TRY(RepairRegister(occasion.session).find(subject_key, case_id));
    auto grounds = judge(occasion, repair, evaluation);
    if (!grounds.empty()) return refuse(std::move(grounds));

    const auto item =
        TRY(find_sealed_item(reading_of(occasion), subject_key, repair.item_kind, repair.item_id));
    auto orders = TRY(orders_of_case(occasion, repair, item));
    const auto holders = TRY(holders_of(occasion.session, repair, item.authority, looked));
    const auto shielded_by = repair.decided_by.value_or("");
    const auto late = late_since(repair, occasion.day);
    Step step{
        .kind = "repair.reevaluate", .repair = std::move(repair), .happened_on = occasion.day};
    step.repair.item_id = item.item_id;
    step.told = {{"about", about_json(item)},
                 {"outcome", evaluation.completed ? "granted" : "resumed"},
                 {"document_number", evaluation.document_number},
                 {"reasons", evaluation.reasons}};
    JsonArray ended;
    for (const auto& order : orders) ended.emplace_back(order.order_id);
    step.told["orders_ended"] = std::move(ended);
    if (!evaluation.completed) step.told["remedy"] = evaluation.remedy;
    if (late) name_late(step, occasion, *late);
    const auto beneath = TRY(held_beneath(occasion, step.repair, holds_of(item, orders)));
    const auto before = TRY(held_before(occasion, step.repair));
    if (evaluation.completed && !beneath.empty()) step.told["held_before"] = to_json(beneath);
    step.effect = evaluation.completed ? ending(item, std::move(orders), occasion.day)
                                       : returning(item, std::move(orders), shielded_by, before);
    if (!evaluation.completed) {
        TRY(leave_to_other_cases(*step.effect, occasion, step.repair));
    }
    step.repair.state = evaluation.completed ? State::Granted : State::Resumed;
    step.repair.decided_on = occasion.day;
    step.repair.decided_by = occasion.act_id;
    step.repair.reevaluate_on.reset();
    if (step.effect->nothing()) return draft_of(step);
    TRY(tell_holders(step, occasion, holders, evaluation.completed ? "repaired" : "resumed"));
    return draft_of(step);
}

}  // namespace credit::repair
