#include "http/lists/read_listing.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <utility>

#include "access/permits.h"
#include "access/principal.h"
#include "catalogue/catalogue.h"
#include "desk/desk.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "http/catalogue/page.h"
#include "http/context.h"
#include "http/files/told_evidence.h"
#include "http/json.h"
#include "http/message.h"
#include "http/operation.h"
#include "http/records/own_authority.h"
#include "lists/listing.h"
#include "lists/listing_register.h"
#include "repair/acts/open_sealed.h"
#include "sql/pool.h"
#include "sql/session.h"

namespace credit::http {
namespace {

// Its authority, whoever took over that one's work, and the credit office.
bool may_read(const Request& request, const Context& context, const lists::Listing& listing) {
    return request.caller.role == access::Role::CreditOffice ||
           context.desk.catalogue().authorities.succeeds(request.caller.authority,
                                                         listing.authority);
}

Result<Response> read_listing(const Request& request, Context& context) {
    TRY(access::authorise(request.caller, "read_listing", request.caller.authority));
    const std::string& listing_id = request.path_values.front();
    auto lease = TRY(context.desk.pool().lease(sql::Access::Read));
    lists::ListingRegister listing_register(*lease);
    const auto subject = TRY(listing_register.home_of(listing_id));
    const auto listings = TRY(listing_register.of_subject(subject));
    const auto found = std::ranges::find(listings, listing_id, &lists::Listing::listing_id);
    if (found == listings.end()) return fail(ErrorCode::NotFound, "lists.no_such_listing");
    if (!may_read(request, context, *found)) {
        return fail(ErrorCode::NotPermitted, "access.other_authority");
    }
    // What a repair sealed is read by an opening, which is on record.
    if (const auto sealed_in = TRY(repair::sealing_case(*lease, *found))) {
        return fail(ErrorCode::Refused, "repair.sealed", {*sealed_in});
    }
    auto answer = lists::to_json(*found);
    answer.erase("subject");
    answer["evidence"] = TRY(told_evidence(*lease, subject, "listing", listing_id));
    return json_response(answer);
}

// Without whose they are, as each says it by itself.
Result<Response> read_listings(const Request& request, Context& context) {
    const auto authority = TRY(own_authority(request, context, "read_listings"));
    const auto named = request.parameter("state");
    if (named.empty()) {
        return fail(ErrorCode::InvalidInput, "http.parameter_missing", {"state"}, "/state");
    }
    const auto state = TRY(lists::parse_state(named));
    const auto page = TRY(read_page(request));
    auto lease = TRY(context.desk.pool().lease(sql::Access::Read));
    auto listings = TRY(lists::ListingRegister(*lease).at(
        authority, state, page.after, static_cast<std::int64_t>(page.limit) + 1));
    const bool more = listings.size() > page.limit;
    if (more) listings.pop_back();
    JsonArray items;
    for (const auto& listing : listings) {
        auto told = lists::to_json(listing);
        told.erase("subject");
        items.push_back(std::move(told));
    }
    return page_response(std::move(items), listings.empty() ? "" : listings.back().listing_id,
                         more);
}

}  // namespace

std::span<const Operation> listing_reading_operations() {
    static const std::array operations{
        Operation{.id = "read_listings",
                  .method = Method::Get,
                  .path = "/v1/listings",
                  .pool = Pool::Fast,
                  .query = {"state", "authority", "cursor", "limit"},
                  .handler = read_listings},
        Operation{.id = "read_listing",
                  .method = Method::Get,
                  .path = "/v1/listings/{listing}",
                  .pool = Pool::Fast,
                  .handler = read_listing},
    };
    return operations;
}

}  // namespace credit::http
