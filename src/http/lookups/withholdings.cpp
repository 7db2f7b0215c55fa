#include "http/lookups/withholdings.h"

#include <array>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "access/occasion.h"
#include "access/permits.h"
#include "calendar/date_text.h"
#include "desk/desk.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "http/caller.h"
#include "http/context.h"
#include "http/json.h"
#include "http/lookups/lookup_session.h"
#include "http/lookups/told_lookup.h"
#include "http/message.h"
#include "http/operation.h"
#include "ledger/act.h"
#include "lookups/blocks/lookup_block.h"
#include "lookups/lookup_register.h"
#include "lookups/withholding/withhold.h"
#include "lookups/withholding/withholding.h"
#include "sql/pool.h"
#include "sql/session.h"

namespace credit::http {
namespace {

JsonObject told_to_its_own(const Context& context, const lookups::Withholding& withholding,
                           Date today) {
    auto object = told(context, withholding, today);
    object["document"] = withholding.document;
    if (!withholding.lookup_id.empty()) object["receipt"] = withholding.lookup_id;
    if (!withholding.case_number.empty()) object["case"] = withholding.case_number;
    return object;
}

Result<Response> answer_of(const Request& request, const Context& context, const ledger::Act& act,
                           int status) {
    const auto body = TRY(parse_object(act.body));
    const auto withholding = TRY(lookups::read_withholding(body.at("withholding").as_object()));
    auto object = told_to_its_own(context, withholding, day_of(request.received_at));
    object["act"] = act.id;
    return json_response(object, status);
}

Result<lookups::WithholdingRequest> read_withholding_request(const Request& request,
                                                             Context& context) {
    const Date today = day_of(request.received_at);
    const auto body =
        TRY(read_body(request, {"receipt", "case", "basis", "document", "reasons", "through_on"}));
    lookups::WithholdingRequest wanted;
    const auto receipt = TRY(read_text_or_empty(body, "receipt"));
    wanted.case_number = TRY(read_text_or_empty(body, "case"));
    wanted.basis = TRY(read_text_or_empty(body, "basis"));
    wanted.document = TRY(read_words(body, "document", today));
    wanted.reasons = TRY(read_words(body, "reasons", today));
    const auto through_on = TRY(read_text_or_empty(body, "through_on"));
    if (!through_on.empty()) wanted.through_on = TRY(calendar::parse_typed_date(through_on));
    if (receipt.empty()) return wanted;
    auto lease = TRY(lookups::lease_settled(context.lookup_pools));
    wanted.lookup =
        TRY(lookups::LookupRegister(*lease).find_of_authority(request.caller.authority, receipt))
            .lookup;
    return wanted;
}

Result<Response> withhold_lookups(const Request& request, Context& context) {
    const auto wanted = TRY(read_withholding_request(request, context));
    const auto act = TRY(context.desk.perform(
        caller_of(request), lookups::home_of_authority(request.caller.authority),
        [&](const access::Occasion& occasion) { return lookups::withhold(occasion, wanted); }));
    return answer_of(request, context, act, 201);
}

Result<Response> end_withholding(const Request& request, Context& context) {
    const auto body = TRY(read_body(request, {"reasons"}));
    const auto reasons = TRY(read_words(body, "reasons", day_of(request.received_at)));
    const auto act = TRY(context.desk.perform(
        caller_of(request), lookups::home_of_authority(request.caller.authority),
        [&](const access::Occasion& occasion) {
            return lookups::end_withholding(occasion, request.path_values.front(), reasons);
        }));
    return answer_of(request, context, act, 200);
}

Result<Response> read_withholdings(const Request& request, Context& context) {
    const auto& authority = request.caller.authority;
    TRY(access::authorise(request.caller, "read_withholdings", authority));
    auto lease = TRY(context.desk.pool().lease(sql::Access::Read));
    JsonArray items;
    for (const auto& each : TRY(lookups::WithholdingRegister(*lease).of_authority(authority))) {
        items.push_back(told_to_its_own(context, each, day_of(request.received_at)));
    }
    return json_response({{"items", std::move(items)}});
}

}  // namespace

std::span<const Operation> withholding_operations() {
    static const std::array operations{
        Operation{.id = "withhold_lookups",
                  .method = Method::Post,
                  .path = "/v1/lookups/withholdings",
                  .body = BodyKind::Json,
                  .idempotency_key = IdempotencyKey::Required,
                  .handler = withhold_lookups},
        Operation{.id = "end_withholding",
                  .method = Method::Post,
                  .path = "/v1/lookups/withholdings/{withholding}/end",
                  .body = BodyKind::Json,
                  .idempotency_key = IdempotencyKey::Required,
                  .handler = end_withholding},
        Operation{.id = "read_withholdings",
                  .path = "/v1/lookups/withholdings",
                  .handler = read_withholdings},
    };
    return operations;
}

}  // namespace credit::http
