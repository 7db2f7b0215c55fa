#include "http/tips/pages.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "catalogue/duties/domain.h"
#include "desk/desk.h"
#include "foundation/result.h"
#include "http/context.h"
#include "http/message.h"
#include "http/operation.h"
#include "http/pages/form.h"
#include "http/pages/page.h"
#include "http/tips/tips.h"
#include "pages/html/place.h"
#include "pages/tips/tip_page.h"
#include "sql/pool.h"
#include "sql/session.h"
#include "tips/offices.h"

namespace credit::http {
namespace {

// The one page that needs a script: of our own, and asking nobody but us.
constexpr std::string_view policy =
    "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

Response scripted_response(const Request& request, std::string html) {
    auto response = page_response(request, std::move(html), Kept::Never);
    const auto header = std::ranges::find(response.headers, "Content-Security-Policy",
                                          [](const Parameter& each) { return each.name; });
    header->value = policy;
    return response;
}

Result<Response> show_tips_page(const Request& request, Context& context) {
    const auto place = place_of(request, context);
    pages::TipChoice choice{.domain = std::string(request.parameter("domain")),
                            .region = std::string(request.parameter("region")),
                            .offices = {}};
    if (!catalogue::find_domain(choice.domain)) choice.domain.clear();
    if (!choice.domain.empty()) {
        auto lease = TRY(context.desk.pool().lease(sql::Access::Read));
        choice.offices = TRY(
            tips::offices_for(*lease, place.catalogue, choice.domain, choice.region, place.day));
    }
    return scripted_response(request, pages::show_tips(place, choice));
}

Result<Response> show_tip_status_page(const Request& request, Context& context) {
    return page_response(request, pages::show_tip_status(place_of(request, context), {}),
                         Kept::Never);
}

// Neither what was typed nor which of the two was wrong is said.
Result<Response> follow_tip_page(const Request& request, Context& context) {
    const auto typed = TRY(read_fields(request, {"receipt", "passphrase"}));
    pages::TipFollowed followed;
    auto tip = find_followed(context, typed.at(0), typed.at(1), request.received_at);
    if (tip) {
        followed.tip = *std::move(tip);
    } else {
        followed.fault = tip.error().grounds.front().word;
    }
    return page_response(request, pages::show_tip_status(place_of(request, context), followed),
                         Kept::Never);
}

Operation followed() {
    auto operation = page("follow_tip_page", "/tips/status", follow_tip_page);
    operation.method = Method::Post;
    operation.body = BodyKind::Form;
    return operation;
}

}  // namespace

std::span<const Operation> tip_page_operations() {
    static const std::array operations{
        page("show_tips_page", "/tips", show_tips_page, {"domain", "region"}),
        page("show_tip_status_page", "/tips/status", show_tip_status_page),
        followed(),
    };
    return operations;
}

}  // namespace credit::http
