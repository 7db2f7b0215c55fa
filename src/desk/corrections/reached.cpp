#include "desk/corrections/reached.h"

#include <algorithm>
#include <expected>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "execution/execution_register.h"
#include "foundation/clock.h"
#include "foundation/result.h"
#include "lists/one_item.h"
#include "lookups/correction.h"
#include "lookups/holders.h"
#include "measures/order_register.h"
#include "measures/restraint_order.h"
#include "objections/resting_orders.h"
#include "records/record_register.h"
#include "sql/session.h"

namespace credit::desk {
namespace {

// When the first version of a record was filed; the beginning of time for what is none.
Result<Instant> first_filed(sql::Session& session, const lookups::HeldItem& item) {
    records::RecordRegister records(session);
    std::optional<Date> first;
    for (const auto& id : item.item_ids) {
        const auto record = records.find(item.subject_key, id);
        if (!record && record.error().code == ErrorCode::NotFound) continue;
        if (!record) return std::unexpected(record.error());
        first = first ? std::min(*first, record->reported_on) : record->reported_on;
    }
    return first ? start_of(*first) : Instant{};
}

// Those that rest on it, where they go with it, and those that are named.
Result<std::vector<measures::RestraintOrder>> orders_with(sql::Session& session,
                                                          const ReachingItem& item) {
    std::vector<measures::RestraintOrder> orders;
    if (item.reach == Reach::ItemAndItsOrders) {
        orders = TRY(objections::resting_orders(session, item.subject_key, item.id));
    }
    measures::OrderRegister all_orders(session);
    for (const auto& id : item.orders) {
        const auto known = std::ranges::find(orders, id, &measures::RestraintOrder::order_id);
        if (known == orders.end()) {
            orders.push_back(TRY(all_orders.find(item.subject_key, id)));
        }
    }
    return orders;
}

Instant earlier(Instant one, Instant other) {
    return other.milliseconds < one.milliseconds ? other : one;
}

}  // namespace

Result<lookups::Reached> reached_by(const WhereShown& where, const ReachingItem& item) {
    lookups::HeldItem held{
        .subject_key = item.subject_key,
        .item_ids = TRY(lists::one_item(where.store, item.subject_key, item.id))};
    std::erase(held.item_ids, item.but);
    held.since = TRY(first_filed(where.store, held));
    for (const auto& order : TRY(orders_with(where.store, item))) {
        held.item_ids.push_back(order.order_id);
        held.since = earlier(held.since, start_of(order.decided_on));
    }
    execution::ExecutionRegister executions(where.store);
    const auto looked = TRY(lookups::holders_of(where.lookups, where.key, held));
    const auto asked = TRY(executions.asked_on(item.subject_key, held.item_ids));
    lookups::Reached reached{.acted = TRY(executions.acted_on(item.subject_key, held.item_ids))};
    std::ranges::set_union(looked, asked, std::back_inserter(reached.shown));
    return reached;
}

}  // namespace credit::desk
