#include "http/json.h"

#include <initializer_list>
#include <string_view>
#include <utility>

#include "foundation/json.h"
#include "foundation/result.h"
#include "http/message.h"

namespace credit::http {

Result<JsonObject> read_body(const Request& request,
                             std::initializer_list<std::string_view> known) {
    JsonObject object = TRY(parse_object(request.body));
    TRY(refuse_unknown(object, known));
    return object;
}

Response json_response(const JsonObject& object, int status) {
    Response response;
    response.status = status;
    response.body = to_text(object);
    return response;
}

Response created(const JsonObject& object, std::string path) {
    Response response = json_response(object, 201);
    response.headers.push_back({"Location", std::move(path)});
    return response;
}

}  // namespace credit::http
