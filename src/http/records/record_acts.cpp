#include "http/records/record_acts.h"

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "access/occasion.h"
#include "calendar/date_json.h"
#include "desk/adopt_listings.h"
#include "desk/corrections/reached.h"
#include "desk/desk.h"
#include "desk/record_effects.h"
#include "desk/turn.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "http/caller.h"
#include "http/context.h"
#include "http/json.h"
#include "http/ledger/holders.h"
#include "http/ledger/perform_on.h"
#include "http/message.h"
#include "http/operation.h"
#include "http/records/what_waits.h"
#include "ledger/act.h"
#include "ledger/draft.h"
#include "lookups/correction.h"
#include "publicity/review_text.h"
#include "records/quarantine/quarantine.h"
#include "records/quarantine/review_quarantined.h"
#include "records/record_register.h"

namespace credit::http {
namespace {

Response told(const Request& request, const ledger::Act& act, std::string_view outcome) {
    return json_response(
        {{"record", request.path_values.front()}, {"outcome", outcome}, {"act", act.id}});
}

// Not while a submission is on its way: what it makes visible and what this ends have one order.
Result<Response> withdraw_record(const Request& request, Context& context) {
    const auto body = TRY(read_body(request, {"reason"}));
    const auto reason = TRY(read_text_or_empty(body, "reason"));
    TRY(settle_ahead(context));
    const auto turn = TRY(desk::Turn::take(context.desk));
    const DraftOn draft = [&](const access::Occasion& occasion, std::string_view subject,
                              std::string_view record) -> Result<ledger::Draft> {
        // The orders that rest on it fall with it.
        const auto reached = TRY(reached_by(context, occasion.session,
                                            {.subject_key = subject,
                                             .id = record,
                                             .day = occasion.day,
                                             .reach = desk::Reach::ItemAndItsOrders}));
        return desk::withdraw_record(occasion, subject, record, reason, reached);
    };
    const auto act = TRY(perform_on(request, context, home_in<records::RecordRegister>, draft));
    return told(request, act, "withdrawn");
}

Result<records::Review> read_review(const Request& request) {
    const auto body =
        TRY(read_body(request, {"outcome", "conduct_on", "born_on", "proof", "reason"}));
    records::Review review;
    review.outcome = TRY(read_text(body, "outcome"));
    review.conduct_on = TRY(calendar::read_optional_typed_date(body, "conduct_on"));
    review.born_on = TRY(calendar::read_optional_typed_date(body, "born_on"));
    review.proof = TRY(read_text_or_empty(body, "proof"));
    review.reason = TRY(read_text_or_empty(body, "reason"));
    return review;
}

// By the record that the row replaces; nobody when there is none.
Result<lookups::Reached> reached_by_replaced(Context& context, const access::Occasion& occasion,
                                             std::string_view subject, std::string_view waiting) {
    const auto row = TRY(records::QuarantineRegister(occasion.session).find(subject, waiting));
    const auto replaced =
        TRY(records::RecordRegister(occasion.session).current_of_row(subject, row.record.row_key));
    if (!replaced) return lookups::Reached{};
    return reached_by(context, occasion.session,
                      {.subject_key = subject, .id = *replaced, .day = occasion.day});
}

Result<Response> review_quarantined(const Request& request, Context& context) {
    auto review = TRY(read_review(request));
    const records::ReviewMeans means{.identifiers = context.desk.identifiers(),
                                     .hmac = context.desk.keys().hmac};
    TRY(settle_ahead(context));
    const auto turn = TRY(desk::Turn::take(context.desk));
    const DraftOn draft = [&](const access::Occasion& occasion, std::string_view subject,
                              std::string_view record) -> Result<ledger::Draft> {
        review.reached = TRY(reached_by_replaced(context, occasion, subject, record));
        return records::review_quarantined(occasion, means, subject, record, review);
    };
    const auto act = TRY(perform_on(request, context, home_in<records::RecordRegister>, draft));
    if (review.outcome == "released") {
        TRY(desk::adopt_record(context.desk, caller_of(request), act.home_key,
                               request.path_values.front()));
    }
    return told(request, act, review.outcome);
}

Result<Response> review_text(const Request& request, Context& context) {
    const auto body = TRY(read_body(request, {"outcome", "reason"}));
    publicity::TextReview review;
    review.column = request.path_values.back();
    review.outcome = TRY(read_text(body, "outcome"));
    review.reason = TRY(read_text_or_empty(body, "reason"));
    const auto act =
        TRY(perform_on(request, context, home_in<records::RecordRegister>,
                       [&](const auto& occasion, auto subject, auto record) {
                           return publicity::review_text(occasion, subject, record, review);
                       }));
    return told(request, act, review.outcome);
}

// What may have to wait for a submission does so where it delays nobody else.
Operation act(std::string_view id, std::string_view path, Handler handler) {
    return {.id = id,
            .method = Method::Post,
            .path = path,
            .pool = Pool::Heavy,
            .body = BodyKind::Json,
            .idempotency_key = IdempotencyKey::Required,
            .handler = handler};
}

Operation list(std::string_view id, std::string_view path, Handler handler) {
    return {.id = id,
            .method = Method::Get,
            .path = path,
            .pool = Pool::Heavy,
            .query = {"authority", "cursor", "limit"},
            .handler = handler};
}

}  // namespace

std::span<const Operation> record_operations() {
    static const std::array operations{
        act("withdraw_record", "/v1/records/{record}/withdrawal", withdraw_record),
        act("review_quarantined", "/v1/records/{record}/review", review_quarantined),
        act("review_text", "/v1/records/{record}/columns/{column}/review", review_text),
        list("read_quarantine", "/v1/records/quarantine", read_quarantine),
        list("read_withheld", "/v1/records/withheld", read_withheld),
    };
    return operations;
}

}  // namespace credit::http
