#include "http/log/log.h"

#include <array>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "foundation/result.h"
#include "http/context.h"
#include "http/message.h"
#include "http/operation.h"
#include "http/wire/spool.h"
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

Result<Response> read_tile(const Request& request, Context& context) {
    const std::string& tile = request.path_values.front();
    if (!is_tile_path(tile)) return fail(ErrorCode::NotFound, "log.tile_missing");
    auto file = Spool::of(context.log / "tile" / tile);
    if (!file) return fail(ErrorCode::NotFound, "log.tile_missing");
    Response response;
    response.content_type = "application/octet-stream";
    response.file = *std::move(file);
    return response;
}

}  // namespace

std::span<const Operation> log_operations() {
    static const std::array operations{
        Operation{.id = "read_checkpoint",
                  .path = "/v1/ledger/checkpoint",
                  .token = Token::Optional,
                  .handler = read_checkpoint},
        Operation{.id = "read_tile",
                  .path = "/v1/ledger/tile/{tile*}",
                  .token = Token::Optional,
                  .handler = read_tile},
    };
    return operations;
}

}  // namespace credit::http
