#include "http/pages/page.h"

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "desk/desk.h"
#include "foundation/clock.h"
#include "foundation/result.h"
#include "http/context.h"
#include "http/message.h"
#include "http/operation.h"
#include "http/reply.h"
#include "pages/error_page.h"
#include "pages/html/place.h"
#include "pages/html/variant.h"
#include "pages/portal.h"

namespace credit::http {
namespace {

constexpr std::string_view policy =
    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'";
constexpr std::int64_t kept_max = 3600;

std::string keeping(Instant now, Kept kept) {
    if (kept == Kept::Never) return "no-cache";
    const auto tomorrow = start_of(day_of(now) + std::chrono::days{1});
    const auto left = (tomorrow.milliseconds - now.milliseconds) / 1000;
    return "public, max-age=" + std::to_string(std::clamp<std::int64_t>(left, 0, kept_max));
}

}  // namespace

pages::Place place_of(const Request& request, const Context& context) {
    const auto asked = pages::read_variant(request.path());
    return {.words = context.words,
            .catalogue = context.desk.catalogue(),
            .law = context.desk.law(),
            .variant = asked.variant,
            .path = std::string(asked.path),
            .day = day_of(request.received_at),
            .demonstration = context.portal->demonstration};
}

Response page_response(const Request& request, std::string html, Kept kept, int status) {
    Response response;
    response.status = status;
    response.content_type = "text/html; charset=utf-8";
    response.headers = {{.name = "Content-Security-Policy", .value = std::string(policy)},
                        {.name = "Cache-Control", .value = keeping(request.received_at, kept)}};
    response.body = std::move(html);
    return response;
}

Response lead_to(std::string address) {
    Response response;
    response.status = 303;
    response.content_type = "text/plain; charset=utf-8";
    response.headers = {{.name = "Location", .value = std::move(address)}};
    return response;
}

Operation page(std::string_view id, std::string_view path, Handler handler,
               std::vector<std::string_view> query) {
    return {.id = id,
            .path = path,
            .token = Token::Optional,
            .query = std::move(query),
            .handler = handler,
            .whom = For::People};
}

// What was asked for stands nowhere on it: the address may hold anything.
void write_error_page(Exchange& exchange, const Error& error, const Context& context, int status) {
    auto place = place_of(exchange.request, context);
    place.path = "/";
    exchange.response = page_response(exchange.request, pages::show_error(place, error, status),
                                      Kept::Never, status);
    if (status == 503) exchange.response.headers.push_back({"Retry-After", "5"});
    if (status == 401) exchange.response.headers.push_back({"WWW-Authenticate", "Bearer"});
}

}  // namespace credit::http
