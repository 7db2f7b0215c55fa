#include "http/docs/docs.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <string_view>

#include "foundation/embedded_files.h"
#include "foundation/result.h"
#include "http/message.h"
#include "http/operation.h"

namespace credit::http {
namespace {

// Nothing but this host: no script in the page, no font or image from elsewhere.
constexpr std::string_view page_policy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

Result<Response> embedded(std::string_view path, std::string_view content_type) {
    const auto files = foundation::embedded_files();
    const auto file = std::ranges::find(files, path, &foundation::EmbeddedFile::path);
    if (file == files.end()) return fail(ErrorCode::NotFound, "http.no_such_path");
    Response response;
    response.content_type = content_type;
    response.headers = {{.name = "Content-Security-Policy", .value = std::string(page_policy)},
                        {.name = "Cache-Control", .value = "max-age=600"}};
    response.body = file->content;
    return response;
}

Result<Response> read_docs(const Request& /*request*/, Context& /*context*/) {
    return embedded("web/embedded/docs.html", "text/html; charset=utf-8");
}

Result<Response> read_docs_file(const Request& request, Context& /*context*/) {
    const std::string& name = request.path_values.front();
    if (name.ends_with(".js")) return embedded("web/embedded/" + name, "text/javascript");
    if (name.ends_with(".css")) return embedded("web/embedded/" + name, "text/css");
    return fail(ErrorCode::NotFound, "http.no_such_path");
}

Result<Response> read_openapi(const Request& /*request*/, Context& /*context*/) {
    return embedded("api/openapi.yaml", "application/yaml");
}

Result<Response> read_openapi_json(const Request& /*request*/, Context& /*context*/) {
    return embedded("api/openapi.json", "application/json");
}

Operation open_to_all(std::string_view id, std::string_view path, Handler handler) {
    return {.id = id, .path = path, .token = Token::Optional, .handler = handler};
}

}  // namespace

std::span<const Operation> docs_operations() {
    static const std::array operations{
        open_to_all("read_docs", "/docs", read_docs),
        open_to_all("read_docs_file", "/docs/{file}", read_docs_file),
        open_to_all("read_openapi", "/openapi.yaml", read_openapi),
        open_to_all("read_openapi_json", "/openapi.json", read_openapi_json),
    };
    return operations;
}

}  // namespace credit::http
