#include "http/notices/service.h"

#include <array>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "access/occasion.h"
#include "access/permits.h"
#include "calendar/date_json.h"
#include "desk/desk.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "http/access/told.h"
#include "http/catalogue/page.h"
#include "http/context.h"
#include "http/json.h"
#include "http/ledger/perform_on.h"
#include "http/message.h"
#include "http/notices/told_notice.h"
#include "http/operation.h"
#include "ledger/draft.h"
#include "lists/fail_service.h"
#include "notices/channels/outbox.h"
#include "notices/notice.h"
#include "notices/notice_kind.h"
#include "notices/notice_register.h"
#include "notices/record_service.h"
#include "notices/service.h"
#include "notices/service_register.h"
#include "sql/pool.h"
#include "sql/session.h"

namespace credit::http {
namespace {

using DraftOnNotice =
    std::function<Result<ledger::Draft>(const access::Occasion&, const notices::Notice&)>;

// Finds whose notice it is, and performs the act on it as it stands then.
Result<Response> perform_on_notice(const Request& request, Context& context,
                                   const DraftOnNotice& draft) {
    const auto act =
        TRY(perform_on(request, context, home_in<notices::NoticeRegister>,
                       [&](const access::Occasion& occasion, std::string_view subject,
                           std::string_view id) -> Result<ledger::Draft> {
                           const auto notice =
                               TRY(notices::NoticeRegister(occasion.session).find(subject, id));
                           return draft(occasion, notice);
                       }));
    const auto body = TRY(parse_object(act.body));
    auto answer = told(act);
    answer["service"] = *TRY(read_object(body, "service"));
    return json_response(answer);
}

// For the authority that gave it: how its service stands, without what it says.
Result<Response> read_service(const Request& request, Context& context) {
    const std::string& notice_id = request.path_values.front();
    auto lease = TRY(context.desk.pool().lease(sql::Access::Read));
    notices::NoticeRegister book(*lease);
    const auto subject_key = TRY(book.home_of(notice_id));
    const auto notice = TRY(book.find(subject_key, notice_id));
    TRY(access::authorise(request.caller, "read_service", notice.authority));
    auto answer = told_notice(
        {.words = context.words, .catalogue = context.desk.catalogue(), .law = context.desk.law()},
        notice);
    answer["service"] = told_steps(TRY(notices::ServiceRegister(*lease).of_notice(notice)));
    answer["sendings"] = told_sendings(TRY(notices::sendings_of(*lease, notice)));
    answer["electronic_service"] =
        TRY(notices::ServiceRegister(*lease).consents_on(subject_key, day_of(request.received_at)));
    return json_response(answer);
}

// What the authority has yet to serve, with what failed.
Result<Response> read_unserved(const Request& request, Context& context) {
    TRY(access::authorise(request.caller, "read_unserved", request.caller.authority));
    const auto page = TRY(read_page(request));
    auto lease = TRY(context.desk.pool().lease(sql::Access::Read));
    notices::ServiceRegister services(*lease);
    auto found = TRY(services.unserved_at(request.caller.authority, page.after,
                                          static_cast<std::int64_t>(page.limit) + 1));
    const bool more = found.size() > page.limit;
    if (more) found.resize(page.limit);
    JsonArray items;
    for (const auto& notice : found) {
        auto item = told_notice({.words = context.words,
                                 .catalogue = context.desk.catalogue(),
                                 .law = context.desk.law()},
                                notice);
        const auto steps = TRY(services.of_notice(notice));
        item["service"] = told_steps(steps);
        items.push_back(std::move(item));
    }
    return page_response(std::move(items), found.empty() ? "" : found.back().notice_id, more);
}

Result<Response> record_service(const Request& request, Context& context) {
    const auto body =
        TRY(read_body(request, {"served_on", "method", "proof", "announcement_reason"}));
    notices::Service service;
    service.served_on = TRY(calendar::read_typed_date(body, "served_on"));
    service.method = TRY(read_text(body, "method"));
    service.proof = TRY(read_text_or_empty(body, "proof"));
    service.reason = TRY(read_text_or_empty(body, "announcement_reason"));
    return perform_on_notice(request, context, [&](const auto& occasion, const auto& notice) {
        return notices::record_service(occasion, notice, service);
    });
}

Result<Response> record_failed_service(const Request& request, Context& context) {
    const auto body = TRY(read_body(request, {"failed_on", "method", "reason"}));
    notices::FailedService failed;
    failed.failed_on = TRY(calendar::read_typed_date(body, "failed_on"));
    failed.method = TRY(read_text(body, "method"));
    failed.reason = TRY(read_text_or_empty(body, "reason"));
    return perform_on_notice(request, context, [&](const auto& occasion, const auto& notice) {
        // What a listing waits for takes the listing back with it.
        return notices::kind_of(notice.word).serving == notices::Serving::OwnStep
                   ? lists::record_failed_service(occasion, notice, failed)
                   : notices::record_failed_service(occasion, notice, failed);
    });
}

}  // namespace

std::span<const Operation> service_operations() {
    static const std::array operations{
        Operation{.id = "read_unserved",
                  .path = "/v1/notices",
                  .query = {"cursor", "limit"},
                  .handler = read_unserved},
        Operation{.id = "read_service",
                  .method = Method::Get,
                  .path = "/v1/notices/{notice}",
                  .pool = Pool::Fast,
                  .handler = read_service},
        step("record_service", "/v1/notices/{notice}/service", BodyKind::Json, record_service),
        step("record_failed_service", "/v1/notices/{notice}/failed-service", BodyKind::Json,
             record_failed_service),
    };
    return operations;
}

}  // namespace credit::http
