#include "http/erasure/erasures.h"

#include <array>
#include <span>
#include <string>
#include <string_view>

#include "access/occasion.h"
#include "desk/desk.h"
#include "desk/turn.h"
#include "erasure/erase_item.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "http/caller.h"
#include "http/context.h"
#include "http/json.h"
#include "http/ledger/holders.h"
#include "http/message.h"
#include "http/operation.h"
#include "identity/identifier.h"
#include "ledger/draft.h"
#include "subjects/identifiers.h"

namespace credit::http {
namespace {

Result<erasure::Erasure> read_erasure(const JsonObject& body) {
    const auto what = TRY(read_text(body, "what"));
    return erasure::Erasure{.what = TRY(erasure::parse_what(what)),
                            .item_id = TRY(read_text(body, "item")),
                            .article = TRY(read_text_or_empty(body, "article")),
                            .document_number = TRY(read_text_or_empty(body, "document_number")),
                            .reasons = TRY(read_text_or_empty(body, "reasons"))};
}

Result<Response> erase_item(const Request& request, Context& context) {
    const auto body = TRY(read_body(
        request, {"identifier", "what", "item", "article", "document_number", "reasons"}));
    auto erasure = TRY(read_erasure(body));
    const auto number = TRY(read_text(body, "identifier"));
    const auto& identifiers = context.desk.identifiers();
    const auto identifier =
        TRY(identity::parse_identifier(number, identifiers.reading(day_of(request.received_at))));
    const auto key = identifiers.key_of(identifier);
    if (!key) return fail(ErrorCode::InvalidInput, "subjects.own_number_needed", {}, "/identifier");
    TRY(settle_ahead(context));
    // What a submission makes visible and what this ends have one order.
    const auto turn = TRY(desk::Turn::take(context.desk));
    const auto decide = [&](const access::Occasion& occasion) -> Result<ledger::Draft> {
        if (erasure.what == erasure::What::Record) {
            erasure.reached = TRY(reached_by(
                context, occasion.session,
                {.subject_key = key->text(), .id = erasure.item_id, .day = occasion.day}));
        }
        return erasure::erase_item(occasion, key->text(), erasure);
    };
    const auto act = TRY(context.desk.perform(caller_of(request), key->text(), decide));
    auto answer = TRY(parse_object(act.body));
    answer.erase("told");
    answer["act"] = act.id;
    return json_response(answer, 201);
}

}  // namespace

std::span<const Operation> erasure_operations() {
    static const std::array operations{
        Operation{.id = "erase_item",
                  .method = Method::Post,
                  .path = "/v1/erasures",
                  .pool = Pool::Heavy,
                  .body = BodyKind::Json,
                  .idempotency_key = IdempotencyKey::Required,
                  .handler = erase_item},
    };
    return operations;
}

}  // namespace credit::http
