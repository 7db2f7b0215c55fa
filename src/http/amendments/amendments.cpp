#include "http/amendments/amendments.h"

#include <array>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "access/occasion.h"
#include "access/permits.h"
#include "access/principal.h"
#include "amendments/amendment.h"
#include "amendments/amendment_register.h"
#include "amendments/decide_amendment.h"
#include "amendments/feedback.h"
#include "calendar/date_json.h"
#include "catalogue/amended/amendment.h"
#include "desk/desk.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "http/caller.h"
#include "http/catalogue/page.h"
#include "http/context.h"
#include "http/json.h"
#include "http/message.h"
#include "http/objections/objection_bodies.h"
#include "http/operation.h"
#include "ledger/act.h"
#include "ledger/draft.h"
#include "sql/pool.h"
#include "sql/session.h"

namespace credit::http {
namespace {

Result<Response> answer_of(const ledger::Act& act, int status) {
    const auto body = TRY(parse_object(act.body));
    auto answer = *TRY(read_object(body, "amendment"));
    answer["act"] = act.id;
    return json_response(answer, status);
}

using Draft = std::function<Result<ledger::Draft>(const access::Occasion&)>;

Result<Response> perform(const Request& request, Context& context, const Draft& draft,
                         int status = 200) {
    const auto act =
        TRY(context.desk.perform(caller_of(request), amendments::catalogue_home, draft));
    return answer_of(act, status);
}

Result<Response> draft_amendment(const Request& request, Context& context) {
    const Date day = day_of(request.received_at);
    auto body = TRY(read_body(request, {"title", "document_number", "reasons", "from_on", "ends",
                                        "begins", "defines", "memorandum", "agreement"}));
    amendments::Drafting drafting{
        .title = TRY(read_free_text(body, "title", day)),
        .document_number = TRY(read_free_text(body, "document_number", day)),
        .reasons = TRY(read_free_text(body, "reasons", day)),
        .content = {}};
    for (const auto* const name :
         {"from_on", "ends", "begins", "defines", "memorandum", "agreement"}) {
        if (const auto* const value = body.if_contains(name)) drafting.content[name] = *value;
    }
    return perform(
        request, context,
        [&](const access::Occasion& occasion) {
            return amendments::draft_amendment(occasion, drafting);
        },
        201);
}

Result<Response> open_consultation(const Request& request, Context& context) {
    const auto body = TRY(read_body(request, {"document_number", "through"}));
    const auto document = TRY(read_free_text(body, "document_number", day_of(request.received_at)));
    const auto through = TRY(calendar::read_typed_date(body, "through"));
    return perform(request, context, [&](const access::Occasion& occasion) {
        return amendments::open_consultation(occasion, request.path_values.front(), document,
                                             through);
    });
}

Result<Response> close_consultation(const Request& request, Context& context) {
    const Date day = day_of(request.received_at);
    const auto body = TRY(read_body(request, {"document_number", "opinions"}));
    const auto document = TRY(read_free_text(body, "document_number", day));
    const auto opinions = TRY(read_free_text(body, "opinions", day));
    return perform(request, context, [&](const access::Occasion& occasion) {
        return amendments::close_consultation(occasion, request.path_values.front(), document,
                                              opinions);
    });
}

Result<Response> record_approval(const Request& request, Context& context) {
    const Date day = day_of(request.received_at);
    const auto body = TRY(read_body(request, {"of", "body", "document_number"}));
    const amendments::Approval approval{
        .of = TRY(read_text(body, "of")),
        .body = TRY(read_free_text(body, "body", day)),
        .document_number = TRY(read_free_text(body, "document_number", day))};
    return perform(request, context, [&](const access::Occasion& occasion) {
        return amendments::record_approval(occasion, request.path_values.front(), approval);
    });
}

Result<Response> approve_amendment(const Request& request, Context& context) {
    return perform(request, context, [&](const access::Occasion& occasion) {
        return amendments::approve_amendment(occasion, request.path_values.front());
    });
}

Result<Response> withdraw_amendment(const Request& request, Context& context) {
    const auto body = TRY(read_body(request, {"reasons"}));
    const auto reasons = TRY(read_free_text(body, "reasons", day_of(request.received_at)));
    return perform(request, context, [&](const access::Occasion& occasion) {
        return amendments::withdraw_amendment(occasion, request.path_values.front(), reasons);
    });
}

Result<Response> read_amendment(const Request& request, Context& context) {
    TRY(access::authorise(request.caller, "read_amendment", request.caller.authority));
    auto lease = TRY(context.desk.pool().lease(sql::Access::Read));
    const auto amendment =
        TRY(amendments::AmendmentRegister(*lease).find(request.path_values.front()));
    return json_response(amendments::to_json(amendment));
}

Result<Response> read_amendments(const Request& request, Context& context) {
    TRY(access::authorise(request.caller, "read_amendments", request.caller.authority));
    const auto page = TRY(read_page(request));
    auto lease = TRY(context.desk.pool().lease(sql::Access::Read));
    auto found = TRY(amendments::AmendmentRegister(*lease).all(
        page.after, static_cast<std::int64_t>(page.limit) + 1));
    const bool more = found.size() > page.limit;
    if (more) found.resize(page.limit);
    JsonArray items;
    for (const auto& amendment : found) items.push_back(amendments::to_json(amendment));
    return page_response(std::move(items), found.empty() ? "" : found.back().amendment_id, more);
}

// luzhengfa-2017-44 item 16: whoever leads or signed it, and the credit offices.
Result<void> require_party(const Request& request, const catalogue::Memorandum& memorandum) {
    if (request.caller.role == access::Role::CreditOffice ||
        amendments::is_party(memorandum, request.caller.authority)) {
        return {};
    }
    return fail(ErrorCode::NotPermitted, "amendments.not_a_party");
}

Result<Response> read_feedback(const Request& request, Context& context) {
    TRY(access::authorise(request.caller, "read_feedback", request.caller.authority));
    const Date day = day_of(request.received_at);
    auto lease = TRY(context.desk.pool().lease(sql::Access::Read));
    const auto amendment =
        TRY(amendments::AmendmentRegister(*lease).find(request.path_values.front()));
    const auto content = TRY(amendments::read_content(amendment.content, context.desk.law()));
    if (!content.memorandum) return fail(ErrorCode::NotFound, "amendments.no_memorandum");
    const auto& memorandum = *content.memorandum;
    TRY(require_party(request, memorandum));
    JsonArray intervals;
    for (const auto& interval : amendments::intervals_of(memorandum, content.from, day)) {
        const auto feedback = TRY(amendments::feedback_on(*lease, memorandum, interval, day));
        intervals.push_back(amendments::to_json(interval, feedback, day));
    }
    return json_response({{"amendment", amendment.amendment_id},
                          {"title", memorandum.title},
                          {"lead", memorandum.lead},
                          {"feedback", memorandum.feedback},
                          {"intervals", std::move(intervals)}});
}

}  // namespace

std::span<const Operation> amendment_operations() {
    using enum BodyKind;
    static const std::array operations{
        step("draft_amendment", "/v1/amendments", Json, draft_amendment),
        step("open_consultation", "/v1/amendments/{amendment}/consultation", Json,
             open_consultation),
        step("close_consultation", "/v1/amendments/{amendment}/consultation/closing", Json,
             close_consultation),
        step("record_approval", "/v1/amendments/{amendment}/examination", Json, record_approval),
        step("approve_amendment", "/v1/amendments/{amendment}/approval", None, approve_amendment),
        step("withdraw_amendment", "/v1/amendments/{amendment}/withdrawal", Json,
             withdraw_amendment),
        Operation{.id = "read_amendment",
                  .path = "/v1/amendments/{amendment}",
                  .handler = read_amendment},
        Operation{.id = "read_feedback",
                  .path = "/v1/amendments/{amendment}/feedback",
                  .pool = Pool::Heavy,
                  .handler = read_feedback},
        Operation{.id = "read_amendments",
                  .path = "/v1/amendments",
                  .query = {"cursor", "limit"},
                  .handler = read_amendments},
    };
    return operations;
}

}  // namespace credit::http
