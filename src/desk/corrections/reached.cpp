#include "desk/corrections/reached.h"

#include <algorithm>
#include <expected>
#include <iterator>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "execution/execution_register.h"
#include "foundation/clock.h"
#include "foundation/result.h"
#include "lists/one_item.h"
#include "lookups/correction.h"
#include "lookups/holders.h"
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

}  // namespace

Result<lookups::Reached> reached_by(const WhereShown& where, const ReachingItem& item) {
    lookups::HeldItem held{
        .subject_key = item.subject_key,
        .item_ids = TRY(lists::one_item(where.store, item.subject_key, item.id))};
    std::erase(held.item_ids, item.but);
    if (item.reach == Reach::ItemAndItsOrders) {
        for (auto& order :
             TRY(objections::resting_orders(where.store, item.subject_key, item.id))) {
            held.item_ids.push_back(std::move(order.order_id));
        }
    } else {
        held.since = TRY(first_filed(where.store, held));
    }
    execution::ExecutionRegister executions(where.store);
    const auto looked = TRY(lookups::holders_of(where.lookups, where.key, held));
    const auto asked = TRY(executions.asked_on(item.subject_key, held.item_ids));
    lookups::Reached reached{.acted = TRY(executions.acted_on(item.subject_key, held.item_ids))};
    std::ranges::set_union(looked, asked, std::back_inserter(reached.shown));
    return reached;
}

}  // namespace credit::desk
