#include "http/catalogue/page.h"

#include <charconv>
#include <cstddef>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>

#include "foundation/bytes.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "http/json.h"
#include "http/message.h"

namespace credit::http {
namespace {

constexpr std::size_t limit_usual = 50;
constexpr std::size_t limit_max = 200;

Result<std::size_t> limit_in(std::string_view text) {
    if (text.empty()) return limit_usual;
    std::size_t limit = 0;
    const auto read = std::from_chars(text.begin(), text.end(), limit);
    const bool whole = read.ec == std::errc() && read.ptr == text.end();
    if (!whole || limit == 0 || limit > limit_max) {
        return fail(ErrorCode::InvalidInput, "http.not_a_limit", {std::to_string(limit_max)},
                    "limit");
    }
    return limit;
}

}  // namespace

Result<PageRequest> read_page(const Request& request) {
    const auto after = from_hex(request.parameter("cursor"));
    if (!after) return fail(ErrorCode::InvalidInput, "http.not_a_cursor", {}, "cursor");
    return PageRequest{.after = std::string(text_of(*after)),
                       .limit = TRY(limit_in(request.parameter("limit")))};
}

Result<std::size_t> read_limit(const JsonObject& body) {
    if (!body.contains("limit")) return limit_usual;
    const auto limit = TRY(read_integer(body, "limit"));
    if (limit < 1 || std::cmp_greater(limit, limit_max)) {
        return fail(ErrorCode::InvalidInput, "http.not_a_limit", {std::to_string(limit_max)},
                    "/limit");
    }
    return static_cast<std::size_t>(limit);
}

std::string cursor_of(std::string_view last) {
    return to_hex(bytes_of(last));
}

Response page_response(JsonArray items, const std::string& last, bool more) {
    JsonObject page{{"items", std::move(items)}};
    if (more) page["next"] = cursor_of(last);
    return json_response(page);
}

}  // namespace credit::http
