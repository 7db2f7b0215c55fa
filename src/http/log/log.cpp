#include "http/log/log.h"

#include <array>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "desk/desk.h"
#include "foundation/crypto.h"
#include "foundation/result.h"
#include "http/context.h"
#include "http/json.h"
#include "http/message.h"
#include "http/operation.h"
#include "http/wire/spool.h"
#include "ledger/keys.h"
#include "log/checkpoint.h"
#include "log/tiles.h"

namespace credit::http {
namespace {

// "0/x001/067" or "entries/x001/067.p/5": nothing that could lead out of the log's folder.
bool is_tile_path(std::string_view text) {
    constexpr std::string_view letters = "0123456789x/.pentris";
    return !text.empty() && text.front() != '/' && text.front() != '.' &&
           text.find_first_not_of(letters) == std::string_view::npos && !text.contains("..") &&
           !text.contains("//");
}

Result<Response> read_checkpoint(const Request& /*request*/, Context& context) {
    Response response;
    response.content_type = "text/plain; charset=utf-8";
    response.body = TRY(log::TileReader(context.log).checkpoint());
    return response;
}

Result<Response> read_log_key(const Request& /*request*/, Context& context) {
    const auto& keys = context.desk.keys();
    const log::Verifier verifier{.name = keys.origin, .key = crypto::public_key_of(keys.log_seed)};
    return json_response({{"key", verifier.to_text()}});
}

Result<Response> read_tile(const Request& request, Context& context) {
    const std::string& tile = request.path_values.front();
    if (!is_tile_path(tile)) return fail(ErrorCode::NotFound, "log.tile_missing");
    auto file = Spool::of(context.log / "tile" / tile);
    if (!file && file.error().code == ErrorCode::InvalidInput) {
        return fail(ErrorCode::NotFound, "log.tile_missing");
    }
    Response response;
    response.content_type = "application/octet-stream";
    response.file = TRY(std::move(file));
    return response;
}

}  // namespace

std::span<const Operation> log_operations() {
    static const std::array operations{
        Operation{.id = "read_checkpoint",
                  .path = "/v1/ledger/checkpoint",
                  .token = Token::Optional,
                  .handler = read_checkpoint},
        Operation{.id = "read_log_key",
                  .path = "/v1/ledger/key",
                  .token = Token::Optional,
                  .handler = read_log_key},
        Operation{.id = "read_tile",
                  .path = "/v1/ledger/tile/{tile*}",
                  .token = Token::Optional,
                  .handler = read_tile},
    };
    return operations;
}

}  // namespace credit::http
