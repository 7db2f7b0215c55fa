#include "repair/effect/what_returns.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "access/occasion.h"
#include "catalogue/catalogue.h"
#include "catalogue/duties/list_standard.h"
#include "catalogue/duties/measure.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "law/citation.h"
#include "measures/order_register.h"
#include "measures/order_step.h"
#include "measures/restraint_order.h"
#include "repair/effect/effect.h"
#include "repair/item.h"
#include "repair/repair_case.h"
#include "repair/repair_register.h"
#include "repair/step.h"

namespace credit::repair {

namespace {

// The ids that the deciding act of the case named.
Result<std::vector<std::string>> named_by(const access::Occasion& occasion,
                                          const RepairCase& repair) {
    std::vector<std::string> ids;
    for (const auto& step : TRY(RepairRegister(occasion.session).steps_of(repair))) {
        if (step.act_id != repair.decided_by) continue;
        const auto told = TRY(parse_object(step.told));
        for (const auto& id : *TRY(read_array(told, "orders_ended"))) {
            ids.emplace_back(id.as_string());
        }
    }
    return ids;
}

bool goes_with(const access::Occasion& occasion, const measures::RestraintOrder& order,
               const Item& item) {
    return rests_on(order, item) && !fixed_by_law(occasion.catalogue, order);
}

}  // namespace

Result<std::vector<measures::RestraintOrder>> orders_of_case(const access::Occasion& occasion,
                                                             const RepairCase& repair,
                                                             const Item& item) {
    const auto named = TRY(named_by(occasion, repair));
    auto orders = TRY(measures::OrderRegister(occasion.session).of_subject(repair.subject_key));
    std::erase_if(orders, [&](const measures::RestraintOrder& order) {
        const bool with_another =
            goes_with(occasion, order, item) &&
            (order.ended_as == "repaired" || order.held_by == repair.decided_by);
        return !with_another && std::ranges::find(named, order.order_id) == named.end();
    });
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

Result<void> leave_to_other_cases(Effect& effect, const access::Occasion& occasion,
                                  const RepairCase& repair) {
    for (const auto& other : TRY(RepairRegister(occasion.session).of_subject(repair.subject_key))) {
        const bool hides = other.state == State::Granted || other.state == State::Shielded;
        if (!hides || other.case_id == repair.case_id) continue;
        const auto item = TRY(find_sealed_item(reading_of(occasion), repair.subject_key,
                                               other.item_kind, other.item_id));
        const auto is_its = [&](const measures::RestraintOrder& order) {
            return order.order_id == item.item_id || goes_with(occasion, order, item);
        };
        if (other.state == State::Granted) std::erase_if(effect.orders, is_its);
        for (auto& order : effect.orders) {
            if (is_its(order) && !order.held_by) order.held_by = other.decided_by;
        }
    }
    return {};
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

}  // namespace credit::repair
