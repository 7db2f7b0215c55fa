#include "repair/acts/revoke_repair.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "access/occasion.h"
#include "access/permits.h"
#include "calendar/date_text.h"
#include "calendar/working_days.h"
#include "catalogue/catalogue.h"
#include "catalogue/duties/list_standard.h"
#include "catalogue/duties/measure.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "law/citation.h"
#include "law/library.h"
#include "ledger/draft.h"
#include "measures/order_register.h"
#include "measures/order_step.h"
#include "measures/restraint_order.h"
#include "repair/effect.h"
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

Result<std::vector<measures::RestraintOrder>> orders_of_case(const access::Occasion& occasion,
                                                             const RepairCase& repair) {
    std::vector<measures::RestraintOrder> orders;
    measures::OrderRegister all_orders(occasion.session);
    for (const auto& step : TRY(RepairRegister(occasion.session).steps_of(repair))) {
        if (step.act_id != repair.decided_by) continue;
        const auto told = TRY(parse_object(step.told));
        for (const auto& id : *TRY(read_array(told, "orders_ended"))) {
            orders.push_back(TRY(all_orders.find(repair.subject_key, id.as_string())));
        }
    }
    return orders;
}

Result<Holds> held_before(const access::Occasion& occasion, const RepairCase& repair) {
    RepairRegister cases(occasion.session);
    Holds holds;
    for (const auto& step : TRY(cases.steps_of(repair))) {
        const auto told = TRY(parse_object(step.told));
        if (step.act_id != repair.decided_by || !told.contains("held_before")) continue;
        const auto* const said = TRY(read_object(told, "held_before"));
        holds = TRY(read_holds(*said));
    }
    // guobanfa-2025-22: the plan of another case may have come to its end meanwhile.
    const auto all = TRY(cases.of_subject(repair.subject_key));
    std::erase_if(holds, [&](const auto& hold) {
        return std::ranges::any_of(all, [&](const RepairCase& each) {
            return each.decided_by == hold.second && each.state != State::Shielded;
        });
    });
    return holds;
}

Result<Holds> held_beneath(const access::Occasion& occasion, const RepairCase& repair,
                           const Holds& holds) {
    const auto earlier = TRY(held_before(occasion, repair));
    Holds beneath;
    for (const auto& [id, act] : holds) {
        const auto before = earlier.find(id);
        if (act != repair.decided_by) {
            beneath[id] = act;
        } else if (before != earlier.end()) {
            beneath[id] = before->second;
        }
    }
    return beneath;
}

void run_again(Step& step, const access::Occasion& occasion) {
    const auto& effect = step.effect;
    if (!effect) return;
    for (const auto& listing : effect->listings) {
        const auto* const standard = occasion.catalogue.standards.find(listing.standard);
        const auto last = listing.last_day();
        if (!last || standard == nullptr || standard->bases.empty()) continue;
        step.running.push_back({.kind = "lists.expiry",
                                .about_id = listing.listing_id,
                                .due_on = *last,
                                .article = law::to_text(standard->bases.front().citation)});
    }
    for (const auto& order : effect->orders) {
        const auto* const measure = occasion.catalogue.measures.find(order.measure);
        const auto last = order.last_day();
        if (!last || measure == nullptr) continue;
        step.running.push_back({.kind = "measures.expiry",
                                .about_id = order.order_id,
                                .due_on = *last,
                                .article = measures::article_of(*measure)});
    }
}

Result<ledger::Draft> revoke_repair(const access::Occasion& occasion, std::string_view subject_key,
                                    std::string_view case_id, const Revocation& revocation,
                                    const std::vector<Holder>& looked) {
    TRY(access::authorise(occasion.principal, "revoke_repair", occasion.principal.authority));
    auto repair = TRY(RepairRegister(occasion.session).find(subject_key, case_id));
    auto grounds = judge(occasion, repair, revocation);
    if (!grounds.empty() || !revocation.heard_on) return refuse(std::move(grounds));

    const auto item =
        TRY(find_sealed_item(reading_of(occasion), subject_key, repair.item_kind, repair.item_id));
    auto orders = TRY(orders_of_case(occasion, repair));
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
