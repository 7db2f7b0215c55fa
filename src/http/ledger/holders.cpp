#include "http/ledger/holders.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "desk/desk.h"
#include "execution/execution_register.h"
#include "foundation/result.h"
#include "http/context.h"
#include "ledger/keys.h"
#include "lists/one_item.h"
#include "lookups/blocks/lookup_block.h"
#include "lookups/correction.h"
#include "lookups/holders.h"
#include "objections/resting_orders.h"
#include "sql/session.h"

namespace credit::http {

Result<lookups::Reached> reached_by(Context& context, sql::Session& session,
                                    std::string_view subject_key, std::string_view item_id,
                                    Reach reach) {
    lookups::HeldItem item{.subject_key = subject_key,
                           .item_ids = TRY(lists::one_item(session, subject_key, item_id))};
    if (reach == Reach::ItemAndItsOrders) {
        for (auto& order : TRY(objections::resting_orders(session, subject_key, item_id))) {
            item.item_ids.push_back(std::move(order.order_id));
        }
    }
    auto acted = TRY(execution::ExecutionRegister(session).acted_on(subject_key, item.item_ids));
    const auto lease = TRY(lookups::lease_settled(context.lookup_pools));
    auto shown = TRY(lookups::holders_of(*lease, context.desk.keys().hmac, item));
    return lookups::Reached{.shown = std::move(shown), .acted = std::move(acted)};
}

Result<std::vector<std::string>> holders_of(Context& context, sql::Session& session,
                                            std::string_view subject_key,
                                            std::string_view item_id) {
    auto reached = TRY(reached_by(context, session, subject_key, item_id));
    return std::move(reached.shown);
}

}  // namespace credit::http
