#include "http/pages/publicity_pages.h"

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "calendar/date_text.h"
#include "catalogue/catalogue.h"
#include "desk/desk.h"
#include "foundation/clock.h"
#include "foundation/result.h"
#include "http/context.h"
#include "http/json.h"
#include "http/message.h"
#include "http/operation.h"
#include "http/pages/page.h"
#include "http/subjects/subject_answer.h"
#include "pages/home_page.h"
#include "pages/html/place.h"
#include "pages/publicity/item_page.h"
#include "pages/publicity/newest.h"
#include "pages/publicity/publicity_page.h"
#include "sql/pool.h"
#include "sql/session.h"

namespace credit::http {
namespace {

constexpr std::size_t on_home = 4;
constexpr std::size_t on_page = 20;

Result<Response> show_home_page(const Request& request, Context& context) {
    const auto place = place_of(request, context);
    auto lease = TRY(context.desk.pool().lease(sql::Access::Read));
    auto reading = TRY(sql::Transaction::begin_reading(*lease));
    const auto penalties = TRY(
        pages::read_newest(*lease, place, *context.portal, {.kind = "penalty", .limit = on_home}));
    const auto permits = TRY(
        pages::read_newest(*lease, place, *context.portal, {.kind = "permit", .limit = on_home}));
    return page_response(request, pages::show_home(place, penalties, permits), Kept::Never);
}

Result<Response> lead_to_permits(const Request& request, Context& context) {
    return lead_to(place_of(request, context).link("/publicity/permits"));
}

// What cannot be read is told and left out, never guessed.
std::optional<Date> read_day(std::string_view text, pages::Filter& filter, std::string& kept) {
    if (text.empty()) return std::nullopt;
    const auto day = calendar::parse_typed_date(text);
    if (!day) {
        filter.fault = "pages.publicity.not_a_day";
        return std::nullopt;
    }
    kept = calendar::to_text(*day);
    return *day;
}

pages::Wanted read_wanted(const Request& request, const pages::Place& place,
                          const pages::PublicKind& kind, pages::Filter& filter) {
    pages::Wanted wanted{.kind = std::string(kind.kind), .limit = on_page};
    wanted.from = read_day(request.parameter("from"), filter, filter.from);
    wanted.through = read_day(request.parameter("through"), filter, filter.through);
    const std::string authority(request.parameter("authority"));
    if (place.catalogue.authorities.find(authority)) {
        wanted.authority = filter.authority = authority;
    } else if (!authority.empty()) {
        filter.fault = "pages.publicity.no_such_authority";
    }
    const std::string city(request.parameter("city"));
    if (place.catalogue.regions.find(city)) {
        wanted.region = filter.city = city;
    } else if (!city.empty()) {
        filter.fault = "pages.publicity.no_such_city";
    }
    return wanted;
}

Result<Response> show_publicity_page(const Request& request, Context& context) {
    const auto* const kind = pages::find_public_kind(request.path_values.front());
    if (kind == nullptr) return fail(ErrorCode::NotFound, "http.no_such_path");
    const auto place = place_of(request, context);
    pages::Filter filter;
    auto wanted = read_wanted(request, place, *kind, filter);
    if (const auto cursor = request.parameter("cursor"); !cursor.empty()) {
        const auto after = pages::After::parse(cursor);
        if (!after) return fail(ErrorCode::InvalidInput, "http.not_a_cursor");
        wanted.after = *after;
    }
    auto lease = TRY(context.desk.pool().lease(sql::Access::Read));
    auto reading = TRY(sql::Transaction::begin_reading(*lease));
    const auto newest = TRY(pages::read_newest(*lease, place, *context.portal, wanted));
    return page_response(request, pages::show_publicity(place, *kind, filter, newest), Kept::Never);
}

Result<pages::RecordItem> read_item(const Request& request, Context& context) {
    auto lease = TRY(context.desk.pool().lease(sql::Access::Read));
    auto reading = TRY(sql::Transaction::begin_reading(*lease));
    return pages::read_record(*lease, place_of(request, context), *context.portal,
                              request.path_values.front());
}

Result<Response> show_record_page(const Request& request, Context& context) {
    const auto item = TRY(read_item(request, context));
    return page_response(request, pages::show_record(place_of(request, context), item),
                         Kept::Never);
}

Result<Response> read_public_record(const Request& request, Context& context) {
    const auto item = TRY(read_item(request, context));
    auto object = record_answer(item.record, day_of(request.received_at));
    object["subject_name"] = item.of.subject_name;
    object["unified_social_credit_code"] = item.of.subject_code;
    object["as_of"] = calendar::to_text(day_of(request.received_at));
    return json_response(object);
}

Result<Response> show_listing_page(const Request& request, Context& context) {
    const auto place = place_of(request, context);
    auto lease = TRY(context.desk.pool().lease(sql::Access::Read));
    auto reading = TRY(sql::Transaction::begin_reading(*lease));
    const auto item =
        TRY(pages::read_listing(*lease, place, *context.portal, request.path_values.front()));
    return page_response(request, pages::show_listing(place, item), Kept::Never);
}

}  // namespace

std::span<const Operation> publicity_page_operations() {
    static const std::array operations{
        page("show_home_page", "/", show_home_page),
        page("lead_to_permits", "/publicity", lead_to_permits),
        page("show_publicity_page", "/publicity/{kind}", show_publicity_page,
             {"authority", "city", "from", "through", "cursor"}),
        page("show_record_page", "/records/{record}", show_record_page),
        Operation{.id = "read_public_record",
                  .path = "/records/{record}/json",
                  .token = Token::Optional,
                  .handler = read_public_record},
        page("show_listing_page", "/listings/{listing}", show_listing_page),
    };
    return operations;
}

}  // namespace credit::http
