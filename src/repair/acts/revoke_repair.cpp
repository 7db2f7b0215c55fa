#include "repair/acts/revoke_repair.h"

#include <string_view>
#include <utility>
#include <vector>

#include "access/occasion.h"
#include "access/permits.h"
#include "calendar/date_text.h"
#include "calendar/working_days.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "law/library.h"
#include "ledger/draft.h"
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
              const Revocation& revocation) {
    Grounds grounds;
    require_state(grounds, repair, {State::Granted});
    require_own(grounds, occasion, repair);
    require(grounds, !revocation.document_number.empty(), "repair.document_missing");
    require(grounds, !revocation.reasons.empty(), "repair.reasons_missing");
    // administrative-penalty-law-2021 art. 45: told before, and heard.
    require(grounds, revocation.heard_on.has_value(), "repair.not_heard");
    require(grounds, !revocation.heard_on || *revocation.heard_on <= occasion.day,
            "repair.heard_in_future");
    require(grounds, !revocation.remedy.empty(), "repair.remedy_missing");
    require_no_person(grounds, {revocation.reasons, revocation.remedy, revocation.document_number},
                      occasion.day);
    return grounds;
}

// credit-repair-measures-2023: a term without repair, where the rule of that day sets one.
void set_wait(Step& step, const access::Occasion& occasion) {
    const auto wait = occasion.law.period("repair.false_material.wait", occasion.day);
    if (!wait) return;
    step.repair.wait_through = occasion.law.calendar().last_day_of(*wait, occasion.day).day;
    step.told["wait_through"] = calendar::to_text(*step.repair.wait_through);
}

}  // namespace

Result<ledger::Draft> revoke_repair(const access::Occasion& occasion, std::string_view subject_key,
                                    std::string_view case_id, const Revocation& revocation,
                                    const std::vector<Holder>& looked) {
    TRY(access::authorise(occasion.principal, "revoke_repair", occasion.principal.authority));
    auto repair = TRY(RepairRegister(occasion.session).find(subject_key, case_id));
    auto grounds = judge(occasion, repair, revocation);
    if (!grounds.empty() || !revocation.heard_on) return refuse(std::move(grounds));

    const auto item =
        TRY(find_sealed_item(reading_of(occasion), subject_key, repair.item_kind, repair.item_id));
    auto orders = TRY(orders_of_case(occasion, repair, item));
    const auto holders = TRY(holders_of(occasion.session, repair, item.authority, looked));
    Step step{
        .kind = "repair.revoke_repair", .repair = std::move(repair), .happened_on = occasion.day};
    step.repair.item_id = item.item_id;
    step.told = {{"about", about_json(item)},
                 {"outcome", "revoked"},
                 {"document_number", revocation.document_number},
                 {"reasons", revocation.reasons},
                 {"remedy", revocation.remedy},
                 {"heard_on", calendar::to_text(*revocation.heard_on)}};
    const auto holds = TRY(held_before(occasion, step.repair));
    step.effect = returning(item, std::move(orders), step.repair.decided_by.value_or(""), holds);
    TRY(leave_to_other_cases(*step.effect, occasion, step.repair));
    step.repair.state = State::Revoked;
    step.repair.decided_on = occasion.day;
    step.repair.decided_by = occasion.act_id;
    // decision 0232: of what was found wrong nothing comes back, and nobody need have repaired it.
    if (step.effect->nothing()) return draft_of(step);
    set_wait(step, occasion);
    run_again(step, occasion);
    TRY(tell_holders(step, occasion, holders, "repair_revoked"));
    return draft_of(step);
}

}  // namespace credit::repair
