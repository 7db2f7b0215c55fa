#include "http/subjects/successions.h"

#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "access/occasion.h"
#include "access/permits.h"
#include "calendar/date_json.h"
#include "desk/desk.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "http/caller.h"
#include "http/context.h"
#include "http/json.h"
#include "http/message.h"
#include "http/objections/objection_bodies.h"
#include "http/operation.h"
#include "http/subjects/told_succession.h"
#include "identity/identifier.h"
#include "ledger/act.h"
#include "sql/pool.h"
#include "sql/session.h"
#include "subjects/identifiers.h"
#include "subjects/successions/record_succession.h"
#include "subjects/successions/succession.h"
#include "subjects/successions/succession_register.h"

namespace credit::http {
namespace {

constexpr std::size_t sides_max = 50;

Result<subjects::NamedSide> read_side(sql::Session& session, const Context& context,
                                      const Json& value, Date day) {
    if (!value.is_object()) return fail(ErrorCode::InvalidInput, "json.not_an_object");
    const auto& object = value.get_object();
    TRY(refuse_unknown(object, {"identifier", "name"}));
    const auto& identifiers = context.desk.identifiers();
    const auto text = TRY(read_text(object, "identifier"));
    const auto identifier = TRY(identity::parse_identifier(text, identifiers.reading(day)));
    subjects::NamedSide side{.key = identifiers.key_of(identifier),
                             .name = TRY(read_text(object, "name"))};
    if (side.key) return side;
    const auto resolution = TRY(identifiers.resolve(session, identifier, day));
    if (resolution) side.key = resolution->key;
    return side;
}

Result<std::vector<subjects::NamedSide>> read_sides(const Context& context, const JsonObject& body,
                                                    std::string_view name, Date day) {
    const auto* const array = TRY(read_array(body, name));
    if (array->size() > sides_max) {
        return fail(ErrorCode::InvalidInput, "subjects.too_many_sides", {std::to_string(sides_max)},
                    "/" + std::string(name));
    }
    std::vector<subjects::NamedSide> sides;
    auto lease = TRY(context.desk.pool().lease(sql::Access::Read));
    for (const auto& each : *array) sides.push_back(TRY(read_side(*lease, context, each, day)));
    return sides;
}

Result<subjects::SuccessionProposal> read_proposal(const Request& request, const Context& context) {
    const Date day = day_of(request.received_at);
    const auto body = TRY(
        read_body(request, {"kind", "from_on", "document_number", "predecessors", "successors"}));
    subjects::SuccessionProposal proposal;
    const auto kind = TRY(read_text(body, "kind"));
    proposal.kind = TRY(subjects::parse_succession_kind(kind));
    proposal.from_on = TRY(calendar::read_typed_date(body, "from_on"));
    proposal.document_number = TRY(read_free_text(body, "document_number", day));
    proposal.predecessors = TRY(read_sides(context, body, "predecessors", day));
    proposal.successors = TRY(read_sides(context, body, "successors", day));
    return proposal;
}

Result<JsonObject> succession_after(const Context& context, const ledger::Act& act) {
    const auto body = TRY(parse_object(act.body));
    const auto* const object = TRY(read_object(body, "succession"));
    const auto succession = TRY(subjects::read_succession(*object));
    auto answer = told(context, succession);
    answer["act"] = act.id;
    return answer;
}

Result<Response> record_succession(const Request& request, Context& context) {
    TRY(access::authorise(request.caller, "record_succession", request.caller.authority));
    const auto proposal = TRY(read_proposal(request, context));
    std::string succession_id;  // of the first act
    std::vector<desk::Work> works;
    for (const auto& home : subjects::homes_of(proposal, request.caller.authority)) {
        works.push_back({.home_key = home, .decide = [&, home](const access::Occasion& occasion) {
                             if (succession_id.empty()) succession_id = occasion.act_id + "-1";
                             return subjects::record_succession(
                                 occasion, {.home_key = home, .succession_id = succession_id},
                                 proposal);
                         }});
    }
    const auto act = TRY(context.desk.perform_at_each(caller_of(request), works));
    const auto answer = TRY(succession_after(context, act));
    return json_response(answer, 201);
}

Result<Response> annul_succession(const Request& request, Context& context) {
    TRY(access::authorise(request.caller, "annul_succession", request.caller.authority));
    const Date day = day_of(request.received_at);
    const auto body = TRY(read_body(request, {"document_number", "reasons"}));
    const subjects::Annulment annulment{
        .document_number = TRY(read_free_text(body, "document_number", day)),
        .reasons = TRY(read_free_text(body, "reasons", day))};
    const auto& succession_id = request.path_values.front();
    std::vector<std::string> homes;
    {
        auto lease = TRY(context.desk.pool().lease(sql::Access::Read));
        subjects::SuccessionRegister successions(*lease);
        const auto home_key = TRY(successions.home_of(succession_id));
        homes = TRY(successions.find(home_key, succession_id)).keys();
    }
    std::vector<desk::Work> works;
    works.reserve(homes.size());
    for (const auto& home : homes) {
        works.push_back({.home_key = home, .decide = [&, home](const access::Occasion& occasion) {
                             return subjects::annul_succession(
                                 occasion, {.home_key = home, .succession_id = succession_id},
                                 annulment);
                         }});
    }
    const auto act = TRY(context.desk.perform_at_each(caller_of(request), works));
    const auto answer = TRY(succession_after(context, act));
    return json_response(answer);
}

}  // namespace

std::span<const Operation> succession_operations() {
    static const std::array operations{
        Operation{.id = "record_succession",
                  .method = Method::Post,
                  .path = "/v1/successions",
                  .body = BodyKind::Json,
                  .idempotency_key = IdempotencyKey::Required,
                  .handler = record_succession},
        Operation{.id = "annul_succession",
                  .method = Method::Post,
                  .path = "/v1/successions/{succession}/annulment",
                  .body = BodyKind::Json,
                  .idempotency_key = IdempotencyKey::Required,
                  .handler = annul_succession},
    };
    return operations;
}

}  // namespace credit::http
