#include "repair/acts/decide_repair.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "access/occasion.h"
#include "access/permits.h"
#include "calendar/date_text.h"
#include "calendar/period.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "ledger/draft.h"
#include "measures/order_register.h"
#include "measures/restraint_order.h"
#include "repair/acts/apply_for_repair.h"
#include "repair/acts/close_case.h"
#include "repair/acts/name_overdue.h"
#include "repair/condition.h"
#include "repair/effect/effect.h"
#include "repair/holders.h"
#include "repair/item.h"
#include "repair/repair_case.h"
#include "repair/repair_register.h"
#include "repair/step.h"

namespace credit::repair {
namespace {

constexpr std::array<std::string_view, 3> outcomes{"granted", "refused", "shielded"};

// A case, its item, and what the register finds of its conditions.
struct Matter {
    RepairCase repair;
    Item item;
    std::vector<measures::RestraintOrder> orders;  // that rest on the item
    std::vector<Finding> findings;
};

// An order that the law itself fixes is no measure that follows: a repair does not shorten it.
void keep_what_law_fixes(const access::Occasion& occasion, Matter& matter) {
    std::erase_if(matter.orders,
                  [&](const auto& order) { return fixed_by_law(occasion.catalogue, order); });
}

Result<void> add_named_orders(const access::Occasion& occasion, const Decision& decision,
                              Matter& matter, Grounds& grounds) {
    const auto all =
        TRY(measures::OrderRegister(occasion.session).of_subject(matter.item.subject_key));
    for (const auto& id : decision.orders) {
        const auto found = std::ranges::find(all, id, &measures::RestraintOrder::order_id);
        const bool own = found != all.end() && !found->ended_on &&
                         found->authority == matter.item.authority &&
                         found->order_id != matter.item.item_id;
        require(grounds, own, "repair.no_such_order");
        const bool known =
            std::ranges::find(matter.orders, id, &measures::RestraintOrder::order_id) !=
            matter.orders.end();
        if (own && !known) matter.orders.push_back(*found);
    }
    return {};
}

// decision 0161: by the day it may be accepted, whatever the clerk has come to.
Result<RepairCase> case_to_decide(const access::Occasion& occasion, std::string_view subject_key,
                                  std::string_view case_id) {
    auto repair = TRY(RepairRegister(occasion.session).find(subject_key, case_id));
    if (!repair.taken_as_accepted(occasion.day)) return repair;
    repair.state = State::Accepted;
    repair.accepted_on = repair.acceptance_due;
    repair.overdue_on = calendar::day_after(repair.acceptance_due);
    return repair;
}

Result<Matter> matter_of(const access::Occasion& occasion, std::string_view subject_key,
                         std::string_view case_id, const Decision& decision) {
    auto repair = TRY(case_to_decide(occasion, subject_key, case_id));
    const auto reading = reading_of(occasion);
    auto item = TRY(find_item(reading, subject_key, repair.item_kind, repair.item_id));
    auto orders = TRY(orders_on(reading, item));
    const auto waits = TRY(waits_through(occasion.session, subject_key));
    auto findings = conditions_of(item, repair.way, occasion.day, waits, decision.findings);
    return Matter{.repair = std::move(repair),
                  .item = std::move(item),
                  .orders = std::move(orders),
                  .findings = std::move(findings)};
}

// A ground that the register can see for itself must be so.
bool is_so(const Matter& matter, Condition ground) {
    const auto found = std::ranges::find(matter.findings, ground, &Finding::condition);
    return found != matter.findings.end() && found->met == false;
}

void judge_refusal(Grounds& grounds, const Matter& matter, const Decision& decision) {
    require(grounds, !decision.grounds.empty(), "repair.grounds_missing");
    for (const auto ground : decision.grounds) {
        require(grounds, is_so(matter, ground), "repair.ground_not_so",
                {std::string(name_of(ground))});
    }
    require(grounds, !decision.remedy.empty(), "repair.remedy_missing");
}

Result<Grounds> judge(const access::Occasion& occasion, Matter& matter, const Decision& decision) {
    Grounds grounds;
    require_state(grounds, matter.repair, {State::Accepted});
    require_own(grounds, occasion, matter.repair);
    require(grounds, std::ranges::find(outcomes, decision.outcome) != outcomes.end(),
            "repair.outcome_unknown");
    require(grounds, !decision.document_number.empty(), "repair.document_missing");
    require(grounds, !decision.reasons.empty(), "repair.reasons_missing");
    require_no_person(grounds, {decision.reasons, decision.remedy, decision.document_number},
                      occasion.day);
    if (decision.outcome == "granted") {
        for (auto& ground : unmet(matter.findings)) grounds.push_back(std::move(ground));
        TRY(add_named_orders(occasion, decision, matter, grounds));
    }
    if (decision.outcome == "refused") judge_refusal(grounds, matter, decision);
    if (decision.outcome == "shielded") {
        require(grounds, matter.repair.way == Way::Court, "repair.not_on_ruling");
    }
    return grounds;
}

JsonObject findings_json(const Findings& findings) {
    return {{"corrected", findings.corrected},
            {"performed", findings.performed},
            {"committed", findings.committed},
            {"further", findings.further}};
}

Step step_of(const access::Occasion& occasion, std::string_view kind, const Matter& matter,
             std::string_view document_number) {
    Step step{.kind = kind, .repair = matter.repair, .happened_on = occasion.day};
    step.repair.item_id = matter.item.item_id;
    step.repair.decided_on = occasion.day;
    step.told["about"] = about_json(matter.item);
    step.told["document_number"] = document_number;
    return step;
}

// The item is over, or hidden; whoever holds it is told.
Result<void> let_go(Step& step, const access::Occasion& occasion, Matter& matter,
                    const std::vector<Holder>& looked) {
    const bool ends = step.repair.state == State::Granted;
    keep_what_law_fixes(occasion, matter);
    JsonArray orders;
    for (const auto& order : matter.orders) orders.emplace_back(order.order_id);
    step.told["orders_ended"] = std::move(orders);
    const auto holds = holds_of(matter.item, matter.orders);
    if (!holds.empty()) step.told["held_before"] = to_json(holds);
    step.effect = ends ? ending(matter.item, matter.orders, occasion.day)
                       : shielding(matter.item, matter.orders, occasion.act_id);
    step.repair.decided_by = occasion.act_id;
    const auto holders =
        TRY(holders_of(occasion.session, step.repair, matter.item.authority, looked));
    return tell_holders(step, occasion, holders, ends ? "repaired" : "shielded");
}

// The day by which the plan is to be carried out, as the application gave it with the ruling.
Result<Date> completion_of(const access::Occasion& occasion, const RepairCase& repair) {
    for (const auto& step : TRY(RepairRegister(occasion.session).steps_of(repair))) {
        const auto told = TRY(parse_object(step.told));
        const auto day = TRY(read_optional_text(told, "completes_on"));
        if (day) return calendar::parse_date(*day);
    }
    return occasion.day;
}

void refuse_repair(Step& step, const Decision& decision) {
    step.repair.state = State::Refused;
    JsonArray grounds;
    for (const auto ground : decision.grounds) {
        grounds.emplace_back("repair." + std::string(name_of(ground)));
    }
    step.told["grounds"] = std::move(grounds);
    step.told["remedy"] = decision.remedy;
}

// decision 0196: nothing is left to decide of an item that is over, whatever would be said of it.
Result<std::optional<ledger::Draft>> close_what_is_over(const access::Occasion& occasion,
                                                        std::string_view subject_key,
                                                        std::string_view case_id) {
    auto repair = TRY(case_to_decide(occasion, subject_key, case_id));
    if (TRY(still_stands(occasion, repair))) return std::nullopt;
    Grounds grounds;
    require_state(grounds, repair, {State::Accepted});
    require_own(grounds, occasion, repair);
    if (!grounds.empty()) return refuse(std::move(grounds));
    return draft_of(TRY(closed(occasion, "repair.decide_repair", std::move(repair))));
}

}  // namespace

Result<ledger::Draft> decide_repair(const access::Occasion& occasion, std::string_view subject_key,
                                    std::string_view case_id, const Decision& decision,
                                    const std::vector<Holder>& looked) {
    TRY(access::authorise(occasion.principal, "decide_repair", occasion.principal.authority));
    if (auto over = TRY(close_what_is_over(occasion, subject_key, case_id))) return *over;
    auto matter = TRY(matter_of(occasion, subject_key, case_id, decision));
    auto grounds = TRY(judge(occasion, matter, decision));
    if (!grounds.empty()) return refuse(std::move(grounds));

    const auto before = TRY(RepairRegister(occasion.session).find(subject_key, case_id));
    auto step = step_of(occasion, "repair.decide_repair", matter, decision.document_number);
    // guobanfa-2025-22: who is late is named, also where it acts before the clerk has said so.
    if (const auto last = late_since(before, occasion.day)) name_late(step, occasion, *last);
    step.told["outcome"] = decision.outcome;
    step.told["reasons"] = decision.reasons;
    step.said["findings"] = findings_json(decision.findings);
    if (decision.outcome == "refused") {
        refuse_repair(step, decision);
        return draft_of(step);
    }
    step.repair.state = decision.outcome == "granted" ? State::Granted : State::Shielded;
    TRY(let_go(step, occasion, matter, looked));
    if (step.repair.state == State::Granted) return draft_of(step);

    step.repair.reevaluate_on = TRY(completion_of(occasion, matter.repair));
    step.told["reevaluate_on"] = calendar::to_text(*step.repair.reevaluate_on);
    step.running.push_back({.kind = "repair.reevaluation",
                            .about_id = step.repair.case_id,
                            .due_on = *step.repair.reevaluate_on,
                            .article = "guobanfa-2025-22"});
    return draft_of(step);
}

}  // namespace credit::repair
