#include "http/honours/honours.h"

#include <algorithm>
#include <array>
#include <cstdint>
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
#include "honours/honour_register.h"
#include "honours/honour_review.h"
#include "honours/review_honour.h"
#include "http/catalogue/page.h"
#include "http/context.h"
#include "http/json.h"
#include "http/ledger/perform_on.h"
#include "http/message.h"
#include "http/objections/objection_bodies.h"
#include "http/operation.h"
#include "http/waiting.h"
#include "records/record.h"
#include "records/record_register.h"
#include "sql/pool.h"
#include "sql/session.h"

namespace credit::http {
namespace {

// Without saying whose it is.
JsonObject shown(const honours::HonourReview& review) {
    auto object = honours::to_json(review);
    object.erase("subject");
    return object;
}

// Named as its giver filed it; an honour that is gone has no name any more.
Result<JsonObject> shown_with_honour(sql::Session& session, const honours::HonourReview& review) {
    auto object = shown(review);
    const auto records = TRY(records::RecordRegister(session).current_of(review.subject_key));
    const auto found = std::ranges::find(records, review.honour_id, &records::Record::record_id);
    if (found != records.end()) object["honour_document"] = found->document_number;
    return object;
}

Result<honours::Decision> read_honour_decision(const Request& request, Date day) {
    const auto body = TRY(read_body(request, {"outcome", "document_number", "reasons", "remedy"}));
    honours::Decision decision;
    decision.outcome = TRY(read_text(body, "outcome"));
    decision.document_number = TRY(read_free_text(body, "document_number", day));
    decision.reasons = TRY(read_free_text(body, "reasons", day));
    decision.remedy = TRY(read_free_text(body, "remedy", day));
    return decision;
}

Result<Response> decide_honour(const Request& request, Context& context) {
    const auto decision = TRY(read_honour_decision(request, day_of(request.received_at)));
    const auto act = TRY(perform_on(
        request, context, home_in<honours::HonourRegister>,
        [&](const access::Occasion& occasion, std::string_view subject, std::string_view id) {
            return honours::decide_honour(occasion, {.subject_key = subject, .review_id = id},
                                          decision);
        }));
    const auto body = TRY(parse_object(act.body));
    const auto* const object = TRY(read_object(body, "review"));
    const auto review = TRY(honours::read_review(*object));
    auto answer = shown(review);
    answer["act"] = act.id;
    answer["notice"] = act.id + "-n";
    return json_response(answer);
}

// What the authority has yet to decide.
Result<Response> read_honour_reviews(const Request& request, Context& context) {
    TRY(access::authorise(request.caller, "read_honour_reviews", request.caller.authority));
    const auto page = TRY(read_page(request));
    auto lease = TRY(context.desk.pool().lease(sql::Access::Read));
    honours::HonourRegister honours(*lease);
    const auto limit = static_cast<std::int64_t>(page.limit) + 1;
    auto found = TRY(waiting_at(
        context.desk.catalogue().authorities, request.caller.authority,
        [&](std::string_view code) { return honours.open_at(code, page.after, limit); },
        &honours::HonourReview::review_id));
    const bool more = found.size() > page.limit;
    if (more) found.resize(page.limit);
    JsonArray items;
    for (const auto& each : found) {
        const auto item = TRY(shown_with_honour(*lease, each));
        items.push_back(item);
    }
    return page_response(std::move(items), found.empty() ? "" : found.back().review_id, more);
}

}  // namespace

std::span<const Operation> honour_operations() {
    static const std::array operations{
        Operation{.id = "read_honour_reviews",
                  .path = "/v1/honour-reviews",
                  .query = {"cursor", "limit"},
                  .handler = read_honour_reviews},
        Operation{.id = "decide_honour",
                  .method = Method::Post,
                  .path = "/v1/honour-reviews/{review}/decision",
                  .body = BodyKind::Json,
                  .idempotency_key = IdempotencyKey::Required,
                  .handler = decide_honour},
    };
    return operations;
}

}  // namespace credit::http
