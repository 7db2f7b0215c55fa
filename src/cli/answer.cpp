#include "cli/answer.h"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "foundation/json.h"
#include "foundation/result.h"
#include "http/message.h"

namespace credit::cli {
namespace {

std::string text_of(const Json& value) {
    if (value.is_string()) return std::string(value.get_string());
    if (value.is_null()) return {};
    if (!value.is_array()) return to_text(value);
    std::string text;
    for (const auto& each : value.get_array()) text += (text.empty() ? "" : "，") + text_of(each);
    return text;
}

}  // namespace

bool succeeded(const http::Response& response) {
    return response.status >= 200 && response.status < 300;
}

Result<std::string> body_of(const http::Response& response) {
    if (!response.file) return response.body;
    std::string body(response.file->size(), '\0');
    for (std::size_t place = 0; place < body.size();) {
        const std::size_t count =
            TRY(response.file->read_at(place, std::span(body).subspan(place)));
        if (count == 0) break;
        place += count;
    }
    return body;
}

Result<JsonObject> object_of(std::string_view body) {
    auto object = parse_object(body);
    if (!object) return fail(ErrorCode::Unavailable, "cli.answer_not_read");
    return *std::move(object);
}

std::string labelled_line(std::string_view label, const std::string& text) {
    return text.empty() ? std::string() : std::string(label) + text + "\n";
}

std::string told(const JsonObject& object, std::string_view name) {
    const Json* const value = object.if_contains(name);
    return value == nullptr ? std::string() : text_of(*value);
}

const JsonArray& items(const JsonObject& object, std::string_view name) {
    static const JsonArray none;
    const Json* const value = object.if_contains(name);
    return value != nullptr && value->is_array() ? value->get_array() : none;
}

}  // namespace credit::cli
