// JSON at the edge: reading a request's object and making a response of one.

#pragma once

#include <initializer_list>
#include <string_view>

#include "foundation/json.h"
#include "http/message.h"

namespace credit::http {

// The request's one object. InvalidInput as parse_object, "json.unknown_member" for a member that
// is not named here.
Result<JsonObject> read_body(const Request& request, std::initializer_list<std::string_view> known);

Response json_response(const JsonObject& object, int status = 200);
// 201 with the path of what was created.
Response created(const JsonObject& object, std::string path);

}  // namespace credit::http
