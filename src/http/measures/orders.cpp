#include "http/measures/orders.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <iterator>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "access/occasion.h"
#include "access/permits.h"
#include "access/principal.h"
#include "catalogue/catalogue.h"
#include "desk/desk.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "http/caller.h"
#include "http/catalogue/page.h"
#include "http/context.h"
#include "http/json.h"
#include "http/ledger/holders.h"
#include "http/ledger/perform_on.h"
#include "http/measures/order_bodies.h"
#include "http/message.h"
#include "http/operation.h"
#include "ledger/act.h"
#include "ledger/draft.h"
#include "measures/end_order.h"
#include "measures/order_register.h"
#include "measures/record_restraint_order.h"
#include "measures/restraint_order.h"
#include "sql/pool.h"
#include "sql/session.h"

namespace credit::http {
namespace {

// The order as it stands after the act, without saying whose it is.
Result<JsonObject> order_after(const ledger::Act& act) {
    const auto body = TRY(parse_object(act.body));
    JsonObject order = *TRY(read_object(body, "order"));
    order.erase("subject");
    order["act"] = act.id;
    return order;
}

Result<Response> perform_step(const Request& request, Context& context, const DraftOn& draft) {
    const auto act = TRY(perform_on(request, context, home_in<measures::OrderRegister>, draft));
    const auto order = TRY(order_after(act));
    return json_response(order);
}

Result<Response> record_order(const Request& request, Context& context) {
    TRY(access::authorise(request.caller, "record_order", request.caller.authority));
    const auto proposal = TRY(read_order_proposal(request, context, day_of(request.received_at)));
    if (!proposal.subject) return fail(ErrorCode::Refused, "measures.match_by_name_alone");
    const auto act = TRY(context.desk.perform(
        caller_of(request), proposal.subject->text(), [&](const access::Occasion& occasion) {
            return measures::record_restraint_order(occasion, proposal);
        }));
    const auto order = TRY(order_after(act));
    return json_response(order, 201);
}

Result<Response> end_order(const Request& request, Context& context) {
    auto ending = TRY(read_order_ending(request));
    TRY(settle_ahead(context));
    return perform_step(
        request, context,
        [&](const auto& occasion, auto subject, auto order) -> Result<ledger::Draft> {
            ending.reached =
                TRY(reached_by(context, occasion.session,
                               {.subject_key = subject, .id = order, .day = occasion.day}));
            return measures::end_order(occasion, subject, order, ending);
        });
}

Result<Response> suspend_order(const Request& request, Context& context) {
    const auto reason = TRY(read_order_reason(request));
    return perform_step(request, context, [&](const auto& occasion, auto subject, auto order) {
        return measures::suspend_order(occasion, subject, order, reason);
    });
}

Result<Response> resume_order(const Request& request, Context& context) {
    const auto reason = TRY(read_order_reason(request));
    return perform_step(request, context, [&](const auto& occasion, auto subject, auto order) {
        return measures::resume_order(occasion, subject, order, reason);
    });
}

// Of every authority in a credit office's region: it may put them on hold.
Result<std::vector<measures::RestraintOrder>> standing_in_region(const Request& request,
                                                                 const Context& context,
                                                                 sql::Session& session,
                                                                 const PageRequest& page) {
    constexpr std::int64_t at_once = 200;
    const auto& catalogue = context.desk.catalogue();
    const auto* const office = TRY(catalogue.authorities.find(request.caller.authority));
    const auto is_within = [&](const measures::RestraintOrder& order) {
        const auto by = catalogue.authorities.find(order.authority);
        return by && catalogue.regions.contains(office->region, (*by)->region);
    };
    std::vector<measures::RestraintOrder> found;
    std::string after = page.after;
    for (bool more = true; more && found.size() <= page.limit;) {
        auto read = TRY(measures::OrderRegister(session).standing(after, at_once));
        more = std::cmp_equal(read.size(), at_once);
        if (!read.empty()) after = read.back().order_id;
        std::ranges::copy_if(read, std::back_inserter(found), is_within);
    }
    return found;
}

Result<std::vector<measures::RestraintOrder>> standing_for(const Request& request,
                                                           const Context& context,
                                                           sql::Session& session,
                                                           const PageRequest& page) {
    if (request.caller.role == access::Role::CreditOffice) {
        return standing_in_region(request, context, session, page);
    }
    return measures::OrderRegister(session).standing_at(request.caller.authority, page.after,
                                                        static_cast<std::int64_t>(page.limit) + 1);
}

// What stands of the authority's own or in the credit office's region, without saying whose it is.
Result<Response> read_orders(const Request& request, Context& context) {
    TRY(access::authorise(request.caller, "read_orders", request.caller.authority));
    const auto page = TRY(read_page(request));
    auto lease = TRY(context.desk.pool().lease(sql::Access::Read));
    auto found = TRY(standing_for(request, context, *lease, page));
    const bool more = found.size() > page.limit;
    if (more) found.resize(page.limit);
    JsonArray items;
    for (const auto& each : found) {
        auto order = measures::to_json(each);
        order.erase("subject");
        items.push_back(std::move(order));
    }
    return page_response(std::move(items), found.empty() ? "" : found.back().order_id, more);
}

}  // namespace

std::span<const Operation> order_operations() {
    static const std::array operations{
        Operation{.id = "read_orders",
                  .path = "/v1/orders",
                  .query = {"cursor", "limit"},
                  .handler = read_orders},
        step("record_order", "/v1/orders", BodyKind::Json, record_order),
        step("end_order", "/v1/orders/{order}/end", BodyKind::Json, end_order),
        step("suspend_order", "/v1/orders/{order}/suspension", BodyKind::Json, suspend_order),
        step("resume_order", "/v1/orders/{order}/resumption", BodyKind::Json, resume_order),
    };
    return operations;
}

}  // namespace credit::http
