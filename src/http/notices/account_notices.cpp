#include "http/notices/account_notices.h"

#include <array>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "access/occasion.h"
#include "calendar/date_text.h"
#include "desk/desk.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "http/access/told.h"
#include "http/caller.h"
#include "http/catalogue/page.h"
#include "http/context.h"
#include "http/json.h"
#include "http/message.h"
#include "http/notices/told_notice.h"
#include "http/operation.h"
#include "ledger/act.h"
#include "ledger/act_store.h"
#include "ledger/draft.h"
#include "notices/channels/address_book.h"
#include "notices/channels/outbox.h"
#include "notices/consent.h"
#include "notices/content/content.h"
#include "notices/notice.h"
#include "notices/notice_register.h"
#include "notices/open_channel.h"
#include "notices/record_service.h"
#include "notices/service_register.h"
#include "sql/pool.h"
#include "sql/session.h"
#include "words/sentence.h"

namespace credit::http {
namespace {

notices::Sources sources_of(const Context& context) {
    return {
        .words = context.words, .catalogue = context.desk.catalogue(), .law = context.desk.law()};
}

Result<Response> read_notices(const Request& request, Context& context) {
    const auto page = TRY(read_page(request));
    auto lease = TRY(context.desk.pool().lease(sql::Access::Read));
    auto found = TRY(notices::NoticeRegister(*lease).of_subject(
        request.caller.subject_key, page.after, static_cast<std::int64_t>(page.limit) + 1));
    const bool more = found.size() > page.limit;
    if (more) found.pop_back();
    notices::ServiceRegister services(*lease);
    const auto sources = sources_of(context);
    JsonArray items;
    for (const auto& notice : found) {
        auto item = told_notice(sources, notice);
        item["service"] = told_steps(TRY(services.of_notice(notice)));
        items.push_back(std::move(item));
    }
    return page_response(std::move(items), found.empty() ? "" : found.back().notice_id, more);
}

bool wants_text(const Request& request) {
    return request.accept.starts_with("text/plain");
}

words::Language language_of(const Request& request) {
    return request.accept_language.starts_with("en") ? words::Language::English
                                                     : words::Language::Chinese;
}

// The caller's own notice alone: another's is none.
struct Found {
    notices::Notice notice;
    ledger::Act act;
    std::vector<notices::ServiceStep> steps;
    std::vector<notices::SendingState> sendings;
};

Result<Found> find_notice(const Request& request, const Context& context) {
    auto lease = TRY(context.desk.pool().lease(sql::Access::Read));
    auto notice = TRY(notices::NoticeRegister(*lease).find(request.caller.subject_key,
                                                           request.path_values.front()));
    auto act =
        TRY(ledger::read_act(*lease, context.desk.keys(), notice.subject_key, notice.act_id));
    auto steps = TRY(notices::ServiceRegister(*lease).of_notice(notice));
    auto sendings = TRY(notices::sendings_of(*lease, notice));
    return Found{.notice = std::move(notice),
                 .act = std::move(act),
                 .steps = std::move(steps),
                 .sendings = std::move(sendings)};
}

Result<Response> read_notice(const Request& request, Context& context) {
    const auto found = TRY(find_notice(request, context));
    const auto sources = sources_of(context);
    const auto content = [&](words::Language language) {
        return notices::content_of(sources, found.notice, found.act, language);
    };
    if (wants_text(request)) {
        const auto language = language_of(request);
        Response response;
        response.content_type = "text/plain; charset=utf-8";
        response.body = notices::plain_text(sources, content(language), language);
        return response;
    }
    auto answer = told_notice(sources, found.notice);
    answer["service"] = told_steps(found.steps);
    answer["sendings"] = told_sendings(found.sendings);
    answer["documents_zh"] = told_documents(content(words::Language::Chinese));
    answer["documents_en"] = told_documents(content(words::Language::English));
    return json_response(answer);
}

// What the subject does in its own account.
using Draft = std::function<Result<ledger::Draft>(const access::Occasion&)>;

Result<Response> perform(const Request& request, Context& context, const Draft& draft) {
    const auto act =
        TRY(context.desk.perform(caller_of(request), request.caller.subject_key, draft));
    return json_response(told(act));
}

Result<Response> record_reading(const Request& request, Context& context) {
    return perform(request, context,
                   [&](const access::Occasion& occasion) -> Result<ledger::Draft> {
                       const auto notice =
                           TRY(notices::NoticeRegister(occasion.session)
                                   .find(request.caller.subject_key, request.path_values.front()));
                       return notices::record_reading(occasion, notice);
                   });
}

Result<Response> read_notice_settings(const Request& request, Context& context) {
    auto lease = TRY(context.desk.pool().lease(sql::Access::Read));
    notices::ServiceRegister services(*lease);
    const auto& subject = request.caller.subject_key;
    JsonArray channels;
    for (const auto& open : TRY(services.channels_of(subject))) {
        channels.push_back(JsonObject{{"channel", open.channel},
                                      {"opened_on", calendar::to_text(open.opened_on)}});
    }
    const bool consents = TRY(services.consents_on(subject, day_of(request.received_at)));
    return json_response({{"electronic_service", consents}, {"channels", std::move(channels)}});
}

Result<Response> consent_to_electronic_service(const Request& request, Context& context) {
    return perform(request, context, notices::consent_to_electronic_service);
}

Result<Response> withdraw_consent(const Request& request, Context& context) {
    return perform(request, context, notices::withdraw_consent);
}

Result<Response> open_channel(const Request& request, Context& context) {
    const auto body = TRY(read_body(request, {"channel", "address"}));
    const auto channel = TRY(read_text(body, "channel"));
    const auto address = TRY(read_text(body, "address"));
    const notices::AddressBook addresses(context.desk.keys().wrapping);
    return perform(request, context, [&](const access::Occasion& occasion) {
        return notices::open_channel(occasion, addresses, channel, address);
    });
}

Result<Response> close_channel(const Request& request, Context& context) {
    return perform(request, context, [&](const access::Occasion& occasion) {
        return notices::close_channel(occasion, request.path_values.front());
    });
}

Operation reading(std::string_view id, std::string_view path, Handler handler) {
    return {.id = id, .method = Method::Get, .path = path, .pool = Pool::Fast, .handler = handler};
}

Operation read_notices_operation() {
    auto operation = reading("read_notices", "/v1/account/notices", read_notices);
    operation.query = {"cursor", "limit"};
    return operation;
}

}  // namespace

std::span<const Operation> account_notice_operations() {
    static const std::array operations{
        read_notices_operation(),
        reading("read_notice", "/v1/account/notices/{notice}", read_notice),
        step("record_reading", "/v1/account/notices/{notice}/reading", BodyKind::None,
             record_reading),
        reading("read_notice_settings", "/v1/account/notice-settings", read_notice_settings),
        step("consent_to_electronic_service", "/v1/account/electronic-service", BodyKind::None,
             consent_to_electronic_service),
        step("withdraw_consent", "/v1/account/electronic-service/withdrawal", BodyKind::None,
             withdraw_consent),
        step("open_channel", "/v1/account/channels", BodyKind::Json, open_channel),
        step("close_channel", "/v1/account/channels/{channel}/closing", BodyKind::None,
             close_channel),
    };
    return operations;
}

}  // namespace credit::http
