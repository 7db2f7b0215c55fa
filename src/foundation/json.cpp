#include "foundation/json.h"

#include <algorithm>
#include <boost/json.hpp>
#include <cstddef>
#include <cstdint>
#include <expected>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "foundation/quoted.h"
#include "foundation/result.h"

namespace credit {
namespace {

constexpr std::size_t depth_max = 32;

std::unexpected<Error> wrong(std::string_view word, std::string_view name) {
    return fail(ErrorCode::InvalidInput, word, {std::string(name)}, "/" + std::string(name));
}

// A name that is not ours may be anything: what could be somebody's number or name is not repeated.
std::unexpected<Error> unknown_member(std::string_view name) {
    constexpr std::size_t longest = 40;
    constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_";
    if (name.size() <= longest && name.find_first_not_of(letters) == std::string_view::npos) {
        return wrong("json.unknown_member", name);
    }
    return fail(ErrorCode::InvalidInput, "json.unknown_member", {"…"});
}

Result<const Json*> find_member(const JsonObject& object, std::string_view name) {
    const Json* const member = object.if_contains(name);
    if (member == nullptr) return wrong("json.missing", name);
    return member;
}

constexpr std::string_view hex = "0123456789abcdef";

void append_escape(std::string& buffer, unsigned char character) {
    switch (character) {
        case '"':
            buffer += "\\\"";
            return;
        case '\\':
            buffer += "\\\\";
            return;
        case '\n':
            buffer += "\\n";
            return;
        case '\r':
            buffer += "\\r";
            return;
        case '\t':
            buffer += "\\t";
            return;
        default:
            buffer += "\\u00";
            buffer += hex[character >> 4U];
            buffer += hex[character & 15U];
    }
}

bool must_escape(unsigned char character) {
    return character < 0x20 || character == '"' || character == '\\';
}

}  // namespace

Result<Json> parse_json(std::string_view text) {
    boost::system::error_code error;
    boost::json::parse_options options;
    options.max_depth = depth_max;
    Json value = boost::json::parse(text, error, {}, options);
    if (error) return fail(ErrorCode::InvalidInput, "json.not_json");
    return value;
}

Result<JsonObject> parse_object(std::string_view text) {
    Json value = TRY(parse_json(text));
    if (!value.is_object()) return fail(ErrorCode::InvalidInput, "json.not_an_object");
    return std::move(value.as_object());
}

std::string to_text(const Json& value) {
    return boost::json::serialize(value);
}

Result<std::string> read_text(const JsonObject& object, std::string_view name) {
    const Json* const member = TRY(find_member(object, name));
    if (!member->is_string()) return wrong("json.wrong_type", name);
    return std::string(member->as_string());
}

Result<std::int64_t> read_integer(const JsonObject& object, std::string_view name) {
    const Json* const member = TRY(find_member(object, name));
    boost::system::error_code error;
    const auto number = member->to_number<std::int64_t>(error);
    if (error) return wrong("json.wrong_type", name);
    return number;
}

Result<bool> read_flag(const JsonObject& object, std::string_view name) {
    const Json* const member = TRY(find_member(object, name));
    if (!member->is_bool()) return wrong("json.wrong_type", name);
    return member->as_bool();
}

Result<const JsonObject*> read_object(const JsonObject& object, std::string_view name) {
    const Json* const member = TRY(find_member(object, name));
    if (!member->is_object()) return wrong("json.wrong_type", name);
    return &member->as_object();
}

Result<const JsonArray*> read_array(const JsonObject& object, std::string_view name) {
    const Json* const member = TRY(find_member(object, name));
    if (!member->is_array()) return wrong("json.wrong_type", name);
    return &member->as_array();
}

Result<std::optional<std::string>> read_optional_text(const JsonObject& object,
                                                      std::string_view name) {
    const Json* const member = object.if_contains(name);
    if (member == nullptr || member->is_null()) return std::nullopt;
    if (!member->is_string()) return wrong("json.wrong_type", name);
    return std::string(member->as_string());
}

Result<std::string> read_text_or_empty(const JsonObject& object, std::string_view name) {
    return TRY(read_optional_text(object, name)).value_or("");
}

Result<std::vector<std::string>> read_texts(const JsonObject& object, std::string_view name) {
    std::vector<std::string> texts;
    if (!object.contains(name)) return texts;
    for (const auto& each : *TRY(read_array(object, name))) {
        if (!each.is_string()) return wrong("json.wrong_type", name);
        texts.emplace_back(each.get_string());
    }
    return texts;
}

Result<void> refuse_unknown(const JsonObject& object,
                            std::initializer_list<std::string_view> known) {
    for (const auto& member : object) {
        if (std::ranges::find(known, std::string_view(member.key())) == known.end()) {
            return unknown_member(member.key());
        }
    }
    return {};
}

void append_quoted(std::string& buffer, std::string_view text) {
    buffer += '"';
    std::size_t plain_from = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto character = static_cast<unsigned char>(text[at]);
        if (!must_escape(character)) continue;
        buffer.append(text, plain_from, at - plain_from);
        append_escape(buffer, character);
        plain_from = at + 1;
    }
    buffer.append(text, plain_from);
    buffer += '"';
}

void append_name(std::string& buffer, std::string_view name) {
    if (!buffer.empty() && buffer.back() != '{' && buffer.back() != '[') buffer += ',';
    buffer += '"';
    buffer += name;
    buffer += "\":";
}

void append_member(std::string& buffer, std::string_view name, std::string_view text) {
    append_name(buffer, name);
    append_quoted(buffer, text);
}

}  // namespace credit
