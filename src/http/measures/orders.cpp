#include "http/measures/orders.h"

#include <array>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "access/occasion.h"
#include "access/permits.h"
#include "desk/desk.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "http/caller.h"
#include "http/catalogue/page.h"
#include "http/context.h"
#include "http/json.h"
#include "http/ledger/holders.h"
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

using Draft = std::function<Result<ledger::Draft>(const access::Occasion&, std::string_view subject,
                                                  std::string_view order)>;

Result<Response> perform_step(const Request& request, Context& context, const Draft& draft) {
    const std::string& order_id = request.path_values.front();
    std::string subject_key;
    {
        auto lease = TRY(context.desk.pool().lease(sql::Access::Read));
        subject_key = TRY(measures::OrderRegister(*lease).home_of(order_id));
    }
    const auto act = TRY(context.desk.perform(
        caller_of(request), subject_key,
        [&](const access::Occasion& occasion) { return draft(occasion, subject_key, order_id); }));
    const auto order = TRY(order_after(act));
    return json_response(order);
}

Result<Response> record_order(const Request& request, Context& context) {
    const auto proposal =
        TRY(read_order_proposal(request, context.desk.identifiers(), day_of(request.received_at)));
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
    return perform_step(
        request, context,
        [&](const auto& occasion, auto subject, auto order) -> Result<ledger::Draft> {
            ending.reached = TRY(reached_by(context, occasion.session, subject, order));
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

// What stands of the authority's own, without saying whose it is.
Result<Response> read_orders(const Request& request, Context& context) {
    TRY(access::authorise(request.caller, "read_orders", request.caller.authority));
    const auto page = TRY(read_page(request));
    auto lease = TRY(context.desk.pool().lease(sql::Access::Read));
    auto found = TRY(measures::OrderRegister(*lease).standing_at(
        request.caller.authority, page.after, static_cast<std::int64_t>(page.limit) + 1));
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
