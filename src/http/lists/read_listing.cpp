#include "http/lists/read_listing.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>

#include "access/permits.h"
#include "access/principal.h"
#include "catalogue/catalogue.h"
#include "desk/desk.h"
#include "foundation/result.h"
#include "http/context.h"
#include "http/files/told_evidence.h"
#include "http/json.h"
#include "http/message.h"
#include "http/operation.h"
#include "lists/listing.h"
#include "lists/listing_register.h"
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
    auto answer = lists::to_json(*found);
    answer.erase("subject");
    answer["evidence"] = TRY(told_evidence(*lease, subject, "listing", listing_id));
    return json_response(answer);
}

}  // namespace

std::span<const Operation> listing_reading_operations() {
    static const std::array operations{Operation{.id = "read_listing",
                                                 .method = Method::Get,
                                                 .path = "/v1/listings/{listing}",
                                                 .pool = Pool::Fast,
                                                 .handler = read_listing}};
    return operations;
}

}  // namespace credit::http
