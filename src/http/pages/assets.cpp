#include "http/pages/assets.h"

#include <array>
#include <span>

#include "foundation/result.h"
#include "http/message.h"
#include "http/operation.h"
#include "pages/html/assets.h"

namespace credit::http {
namespace {

Result<Response> read_asset(const Request& request, Context& /*context*/) {
    const auto asset = pages::find_asset(request.path_values.at(0), request.path_values.at(1));
    if (asset.content.empty()) return fail(ErrorCode::NotFound, "http.no_such_path");
    Response response;
    response.content_type = asset.content_type;
    response.headers = {
        {.name = "Cache-Control",
         .value = asset.current ? "public, max-age=31536000, immutable" : "no-cache"}};
    response.body = asset.content;
    return response;
}

}  // namespace

std::span<const Operation> asset_operations() {
    static const std::array operations{Operation{.id = "read_asset",
                                                 .path = "/assets/{digest}/{file}",
                                                 .token = Token::Optional,
                                                 .handler = read_asset}};
    return operations;
}

}  // namespace credit::http
