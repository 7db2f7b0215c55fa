#include "desk/record_effects.h"

#include <string_view>
#include <utility>

#include "access/occasion.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "ledger/act.h"
#include "ledger/draft.h"
#include "lists/adopt_listing.h"
#include "lists/end_listing.h"
#include "lists/step.h"
#include "lookups/correction.h"
#include "measures/order_step.h"
#include "objections/resting_orders.h"
#include "records/withdraw_record.h"
#include "sql/session.h"

namespace credit::desk {
namespace {

Result<ledger::Draft> with_orders(const access::Occasion& occasion, std::string_view item_id,
                                  ledger::Draft draft) {
    auto orders = TRY(objections::orders_that_fall(occasion, draft.home_key, item_id));
    if (orders.empty()) return draft;
    auto body = TRY(parse_object(draft.body));
    body["orders"] = std::move(orders);
    draft.body = to_text(body);
    return draft;
}

Result<void> end_orders(sql::Session& session, const ledger::Act& act, const JsonObject& body) {
    if (!body.contains("orders")) return {};
    for (const auto& order : *TRY(read_array(body, "orders"))) {
        TRY(measures::apply_body(session, act, order.as_object()));
    }
    return {};
}

}  // namespace

Result<ledger::Draft> withdraw_record(const access::Occasion& occasion,
                                      std::string_view subject_key, std::string_view record_id,
                                      std::string_view reason, const lookups::Reached& reached) {
    auto draft = TRY(records::withdraw_record(occasion, subject_key, record_id, reason, reached));
    return with_orders(occasion, record_id, std::move(draft));
}

Result<ledger::Draft> annul_listing(const access::Occasion& occasion, std::string_view subject_key,
                                    std::string_view listing_id, const lists::Removal& removal) {
    auto draft = TRY(lists::annul_listing(occasion, subject_key, listing_id, removal));
    return with_orders(occasion, listing_id, std::move(draft));
}

Result<void> apply_withdraw_record(sql::Session& session, const ledger::Act& act) {
    TRY(records::apply_withdraw_record(session, act));
    const auto body = TRY(parse_object(act.body));
    const auto record = TRY(read_text(body, "record"));
    TRY(end_orders(session, act, body));
    return lists::end_with_record(session, act, record);
}

Result<void> apply_annul_listing(sql::Session& session, const ledger::Act& act) {
    TRY(lists::apply_step(session, act));
    const auto body = TRY(parse_object(act.body));
    return end_orders(session, act, body);
}

}  // namespace credit::desk
