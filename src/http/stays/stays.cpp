#include "http/stays/stays.h"

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "access/occasion.h"
#include "access/permits.h"
#include "access/principal.h"
#include "calendar/date_text.h"
#include "desk/desk.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "http/caller.h"
#include "http/catalogue/page.h"
#include "http/context.h"
#include "http/json.h"
#include "http/ledger/perform_on.h"
#include "http/message.h"
#include "http/objections/objection_bodies.h"
#include "http/operation.h"
#include "ledger/act.h"
#include "sql/pool.h"
#include "sql/session.h"
#include "stays/order_stay.h"
#include "stays/stay.h"
#include "stays/stay_register.h"

namespace credit::http {
namespace {

Result<stays::StayProposal> read_proposal(const Request& request) {
    const Date day = day_of(request.received_at);
    const auto body =
        TRY(read_body(request, {"scope", "item", "measure", "authority", "article",
                                "document_number", "officer", "office", "reasons", "through_on"}));
    stays::StayProposal proposal;
    const auto scope = TRY(read_text(body, "scope"));
    proposal.scope = TRY(stays::parse_scope(scope));
    // Only what the scope is about: a member too many would look as if it narrowed the stay.
    const bool of_item = proposal.scope != stays::Scope::Measure;
    if (of_item) proposal.item_id = TRY(read_text(body, "item"));
    if (proposal.scope != stays::Scope::Item) proposal.measure = TRY(read_text(body, "measure"));
    if (!of_item) proposal.implementer = TRY(read_text(body, "authority"));
    proposal.article = TRY(read_text_or_empty(body, "article"));
    proposal.document_number = TRY(read_free_text(body, "document_number", day));
    proposal.officer = TRY(read_free_text(body, "officer", day));
    proposal.office = TRY(read_free_text(body, "office", day));
    proposal.reasons = TRY(read_free_text(body, "reasons", day));
    const auto through_on = TRY(read_text_or_empty(body, "through_on"));
    if (!through_on.empty()) proposal.through_on = TRY(calendar::parse_typed_date(through_on));
    return proposal;
}

// Without saying whose it is. The officer is named to the side that ordered it.
JsonObject shown(const stays::Stay& stay, const Request& request, const Context& context) {
    auto object = stays::to_json(stay);
    for (const auto* member : {"home", "ordered_at", "ended_at"}) object.erase(member);
    object["precedence"] = stays::precedence_of(stay.scope);
    object["stands"] = stay.stands(day_of(request.received_at));
    if (!context.desk.catalogue().authorities.succeeds(request.caller.authority, stay.ordered_by)) {
        object.erase("officer");
    }
    return object;
}

Result<JsonObject> stay_after(const Request& request, const Context& context,
                              const ledger::Act& act) {
    const auto body = TRY(parse_object(act.body));
    const auto* const object = TRY(read_object(body, "stay"));
    const auto stay = TRY(stays::read_stay(*object));
    auto answer = shown(stay, request, context);
    answer["act"] = act.id;
    return answer;
}

Result<Response> order_stay(const Request& request, Context& context) {
    TRY(access::authorise(request.caller, "order_stay", request.caller.authority));
    const auto proposal = TRY(read_proposal(request));
    std::string home_key;
    {
        auto lease = TRY(context.desk.pool().lease(sql::Access::Read));
        home_key = TRY(stays::home_of(*lease, proposal));
    }
    const auto act = TRY(
        context.desk.perform(caller_of(request), home_key, [&](const access::Occasion& occasion) {
            return stays::order_stay(occasion, home_key, proposal);
        }));
    const auto answer = TRY(stay_after(request, context, act));
    return json_response(answer, 201);
}

Result<Response> lift_stay(const Request& request, Context& context) {
    TRY(access::authorise(request.caller, "lift_stay", request.caller.authority));
    const Date day = day_of(request.received_at);
    const auto body = TRY(read_body(request, {"document_number", "reasons"}));
    const stays::Lifting lifting{
        .document_number = TRY(read_free_text(body, "document_number", day)),
        .reasons = TRY(read_free_text(body, "reasons", day))};
    const auto act = TRY(perform_on(
        request, context, home_in<stays::StayRegister>,
        [&](const access::Occasion& occasion, std::string_view home, std::string_view id) {
            return stays::lift_stay(occasion, home, id, lifting);
        }));
    const auto answer = TRY(stay_after(request, context, act));
    return json_response(answer);
}

// To a credit office all; to others what they ordered or are bound by.
Result<Response> read_stays(const Request& request, Context& context) {
    TRY(access::authorise(request.caller, "read_stays", {}));
    const auto page = TRY(read_page(request));
    const bool supervises = request.caller.role == access::Role::CreditOffice;
    auto lease = TRY(context.desk.pool().lease(sql::Access::Read));
    auto stays = TRY(stays::StayRegister(*lease).seen_by(
        supervises ? std::string_view() : std::string_view(request.caller.authority), page.after,
        static_cast<std::int64_t>(page.limit) + 1));
    const bool more = stays.size() > page.limit;
    if (more) stays.resize(page.limit);
    JsonArray items;
    for (const auto& stay : stays) items.push_back(shown(stay, request, context));
    return page_response(std::move(items), stays.empty() ? "" : stays.back().stay_id, more);
}

}  // namespace

std::span<const Operation> stay_operations() {
    static const std::array operations{
        Operation{.id = "read_stays",
                  .path = "/v1/stays",
                  .query = {"cursor", "limit"},
                  .handler = read_stays},
        Operation{.id = "order_stay",
                  .method = Method::Post,
                  .path = "/v1/stays",
                  .body = BodyKind::Json,
                  .idempotency_key = IdempotencyKey::Required,
                  .handler = order_stay},
        Operation{.id = "lift_stay",
                  .method = Method::Post,
                  .path = "/v1/stays/{stay}/lifting",
                  .body = BodyKind::Json,
                  .idempotency_key = IdempotencyKey::Required,
                  .handler = lift_stay},
    };
    return operations;
}

}  // namespace credit::http
