// JSON of act bodies, requests and answers: Boost.JSON, with readers that name what is wrong.

#pragma once

#include <boost/json.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/result.h"

namespace credit {

using Json = boost::json::value;
using JsonObject = boost::json::object;
using JsonArray = boost::json::array;

// InvalidInput "json.not_json", "json.not_an_object"; depth and size are bounded.
Result<Json> parse_json(std::string_view text);
Result<JsonObject> parse_object(std::string_view text);
std::string to_text(const Json& value);

// Each names the member in the ground's pointer: "json.missing", "json.wrong_type".
Result<std::string> read_text(const JsonObject& object, std::string_view name);
Result<std::int64_t> read_integer(const JsonObject& object, std::string_view name);
Result<bool> read_flag(const JsonObject& object, std::string_view name);
Result<const JsonObject*> read_object(const JsonObject& object, std::string_view name);
Result<const JsonArray*> read_array(const JsonObject& object, std::string_view name);
// No value when the member is absent or null.
Result<std::optional<std::string>> read_optional_text(const JsonObject& object,
                                                      std::string_view name);
Result<std::string> read_text_or_empty(const JsonObject& object, std::string_view name);
// None when the member is absent.
Result<std::vector<std::string>> read_texts(const JsonObject& object, std::string_view name);

// InvalidInput "json.unknown_member" when the object has a member not named here.
Result<void> refuse_unknown(const JsonObject& object,
                            std::initializer_list<std::string_view> known);

}  // namespace credit
