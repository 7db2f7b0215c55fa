#include "http/lookups/tracker.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "access/permits.h"
#include "calendar/date_text.h"
#include "desk/desk.h"
#include "desk/open_register.h"
#include "foundation/bytes.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "http/access/told.h"
#include "http/catalogue/page.h"
#include "http/context.h"
#include "http/json.h"
#include "http/lookups/lookup_session.h"
#include "http/message.h"
#include "http/operation.h"
#include "lookups/seals/release.h"
#include "sql/pool.h"
#include "sql/session.h"

namespace credit::http {
namespace {

Result<std::string> read_cursor(const JsonObject& body) {
    const auto text = TRY(read_text_or_empty(body, "cursor"));
    const auto cursor = from_hex(text);
    if (!cursor) return fail(ErrorCode::InvalidInput, "http.not_a_cursor", {}, "/cursor");
    return std::string(text_of(*cursor));
}

Result<Response> find_usage(const Request& request, Context& context) {
    TRY(access::authorise(request.caller, "find_usage", request.caller.authority));
    const auto body = TRY(read_body(request, {"from", "through", "limit", "cursor"}));
    const auto from = TRY(read_text_or_empty(body, "from"));
    const auto through = TRY(read_text_or_empty(body, "through"));
    const auto cursor = TRY(read_cursor(body));
    const auto limit = TRY(read_limit(body));
    const auto span = TRY(span_of(from, through, cursor));
    auto page = TRY(page_for_subject(request, context, span, limit));
    JsonObject answer{{"usages", std::move(page.items)}};
    if (!page.next.empty()) answer["next"] = to_hex(bytes_of(page.next));
    return json_response(answer);
}

// From the day on which the register was opened, as far back as records are kept.
Result<Response> read_tracker_period(const Request& request, Context& context) {
    const Date today = day_of(request.received_at);
    auto lease = TRY(context.desk.pool().lease(sql::Access::Read));
    const auto opened_on = TRY(desk::opened_on(*lease));
    const auto oldest = TRY(lookups::kept_from(context.desk.law(), today));
    return json_response({{"from", calendar::to_text(std::max(opened_on, oldest))},
                          {"through", calendar::to_text(today)},
                          {"as_of", told(request.received_at)}});
}

// Up only when it can be read who looked.
Result<Response> read_tracker_heartbeat(const Request& request, Context& context) {
    TRY(LookupSessions::open(context));
    return json_response({{"status", "up"}, {"at", told(request.received_at)}});
}

}  // namespace

std::span<const Operation> tracker_operations() {
    static const std::array operations{
        Operation{.id = "find_usage",
                  .method = Method::Post,
                  .path = "/v1/tracker/find",
                  .body = BodyKind::Json,
                  .handler = find_usage},
        Operation{.id = "read_tracker_period",
                  .path = "/v1/tracker/period",
                  .token = Token::Optional,
                  .handler = read_tracker_period},
        Operation{.id = "read_tracker_heartbeat",
                  .path = "/v1/tracker/heartbeat",
                  .token = Token::Optional,
                  .handler = read_tracker_heartbeat},
    };
    return operations;
}

}  // namespace credit::http
