#include "http/search/search.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "access/permits.h"
#include "calendar/date_text.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "foundation/text.h"
#include "http/context.h"
#include "http/json.h"
#include "http/message.h"
#include "http/operation.h"
#include "publicity/leak_detector.h"
#include "search/hit.h"
#include "search/name_index.h"
#include "search/names.h"

namespace credit::http {
namespace {

constexpr std::int64_t limit_unless_said = 20;
constexpr std::size_t characters_max = 200;

struct Asked {
    std::string text;
    std::size_t limit = 0;
};

// The text is in no ground: it may be anybody's name.
Result<Asked> read_asked(const Request& request, Date day) {
    const auto body = TRY(read_body(request, {"text", "limit"}));
    Asked asked{.text = TRY(read_text(body, "text"))};
    const auto limit =
        body.contains("limit") ? TRY(read_integer(body, "limit")) : std::int64_t{limit_unless_said};
    if (limit < 1 || std::cmp_greater(limit, search::NameIndex::limit_max)) {
        return fail(ErrorCode::InvalidInput, "search.limit_out_of_range",
                    {std::to_string(search::NameIndex::limit_max)}, "/limit");
    }
    if (text::trim(asked.text).empty()) {
        return fail(ErrorCode::InvalidInput, "search.text_missing", {}, "/text");
    }
    if (text::count_characters(asked.text) > characters_max) {
        return fail(ErrorCode::InvalidInput, "search.text_too_long",
                    {std::to_string(characters_max)}, "/text");
    }
    // sd-social-credit-regulation-2020 art. 20: a person is found by nobody here.
    if (publicity::tells_resident_number(asked.text, day)) {
        return fail(ErrorCode::InvalidInput, "search.person_not_public", {}, "/text");
    }
    asked.limit = static_cast<std::size_t>(limit);
    return asked;
}

JsonObject json_of(const search::Hit& hit) {
    JsonObject object{{"unified_social_credit_code", hit.code},
                      {"name", hit.name},
                      {"reason", search::name_of(hit.reason)},
                      {"former_name", hit.former_name},
                      {"other_script", hit.other_script}};
    if (!hit.name_today.empty()) object["name_today"] = hit.name_today;
    if (hit.validity.from) object["valid_from"] = calendar::to_text(*hit.validity.from);
    if (hit.validity.through) object["valid_through"] = calendar::to_text(*hit.validity.through);
    return object;
}

Result<Response> search_organisations(const Request& request, Context& context) {
    TRY(access::authorise(request.caller, "search_organisations", {}));
    const Date day = day_of(request.received_at);
    const auto asked = TRY(read_asked(request, day));
    const auto hits = TRY(context.names.find(asked.text, asked.limit, day));
    JsonArray items;
    for (const auto& hit : hits) items.push_back(json_of(hit));
    const JsonObject answer{{"as_of", calendar::to_text(day)},
                            {"confirms", search::Hit::confirms()},
                            {"hits", std::move(items)}};
    return json_response(answer);
}

}  // namespace

std::span<const Operation> search_operations() {
    static const std::array operations{Operation{.id = "search_organisations",
                                                 .method = Method::Post,
                                                 .path = "/v1/organisations/search",
                                                 .pool = Pool::Fast,
                                                 .body = BodyKind::Json,
                                                 .token = Token::Optional,
                                                 .handler = search_organisations}};
    return operations;
}

}  // namespace credit::http
