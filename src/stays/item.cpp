#include "stays/item.h"

#include <algorithm>
#include <expected>
#include <string>
#include <string_view>

#include "catalogue/catalogue.h"
#include "catalogue/duties/list_standard.h"
#include "foundation/clock.h"
#include "foundation/result.h"
#include "lists/listing_register.h"
#include "measures/order_register.h"
#include "sql/session.h"

namespace credit::stays {
namespace {

std::unexpected<Error> no_such_item() {
    return fail(ErrorCode::NotFound, "stays.no_such_item");
}

}  // namespace

Result<std::string> home_of_item(sql::Session& session, std::string_view item_id) {
    auto of_listing = lists::ListingRegister(session).home_of(item_id);
    if (of_listing || of_listing.error().code != ErrorCode::NotFound) return of_listing;
    auto of_order = measures::OrderRegister(session).home_of(item_id);
    if (of_order || of_order.error().code != ErrorCode::NotFound) return of_order;
    return no_such_item();
}

Result<Item> find_item(sql::Session& session, std::string_view subject_key,
                       std::string_view item_id, Date day) {
    const auto listing = lists::ListingRegister(session).find(subject_key, item_id);
    if (listing) {
        return Item{.decided_by = listing->authority,
                    .rests_on = listing->standard,
                    .in_force = listing->in_force(day)};
    }
    if (listing.error().code != ErrorCode::NotFound) return std::unexpected(listing.error());
    const auto order = measures::OrderRegister(session).find(subject_key, item_id);
    if (order) {
        return Item{.decided_by = order->authority,
                    .rests_on = order->measure,
                    .by_order = true,
                    .in_force = order->in_force(day)};
    }
    if (order.error().code != ErrorCode::NotFound) return std::unexpected(order.error());
    return no_such_item();
}

bool carries(const catalogue::Catalogue& catalogue, const Item& item, std::string_view measure) {
    if (item.by_order) return item.rests_on == measure;
    const auto* const standard = catalogue.standards.find(item.rests_on);
    return standard != nullptr &&
           std::ranges::find(standard->measures, measure) != standard->measures.end();
}

}  // namespace credit::stays
