#include "objections/resting_orders.h"

#include <expected>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "access/occasion.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "lists/listing.h"
#include "lists/listing_register.h"
#include "lists/one_item.h"
#include "measures/end_order.h"
#include "measures/order_register.h"
#include "measures/restraint_order.h"
#include "records/record.h"
#include "records/record_register.h"
#include "sql/session.h"

namespace credit::objections {
namespace {

using Document = std::pair<std::string, std::string>;  // authority and number

template <typename Found>
Result<bool> found(const Found& item) {
    if (item) return true;
    if (item.error().code == ErrorCode::NotFound) return false;
    return std::unexpected(item.error());
}

Result<std::set<Document>> documents_of(sql::Session& session, std::string_view subject_key,
                                        std::string_view item_id) {
    std::set<Document> documents;
    records::RecordRegister records(session);
    lists::ListingRegister listings(session);
    for (const auto& id : TRY(lists::one_item(session, subject_key, item_id))) {
        const auto record = records.find(subject_key, id);
        if (TRY(found(record))) documents.emplace(record->authority, record->document_number);
        const auto listing = listings.find(subject_key, id);
        if (TRY(found(listing))) {
            documents.emplace(listing->authority, listing->document_number.value_or(""));
        }
    }
    return documents;
}

}  // namespace

Result<std::vector<measures::RestraintOrder>> resting_orders(sql::Session& session,
                                                             std::string_view subject_key,
                                                             std::string_view item_id) {
    const auto documents = TRY(documents_of(session, subject_key, item_id));
    auto orders = TRY(measures::OrderRegister(session).of_subject(subject_key));
    std::erase_if(orders, [&](const measures::RestraintOrder& order) {
        const bool over = order.ended_on && order.ended_as != "repaired";
        return over || order.document_number.empty() ||
               !documents.contains({order.authority, order.document_number});
    });
    return orders;
}

Result<JsonArray> orders_that_fall(const access::Occasion& occasion, std::string_view subject_key,
                                   std::string_view item_id) {
    JsonArray fallen;
    for (const auto& order : TRY(resting_orders(occasion.session, subject_key, item_id))) {
        fallen.push_back(TRY(measures::annulled(occasion, subject_key, order.order_id)));
    }
    return fallen;
}

}  // namespace credit::objections
