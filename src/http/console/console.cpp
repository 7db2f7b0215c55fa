#include "http/console/console.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "foundation/embedded_files.h"
#include "foundation/result.h"
#include "http/message.h"
#include "http/operation.h"

namespace credit::http {
namespace {

// Nothing but this host: no script or style in the page, no font or image from elsewhere.
constexpr std::string_view page_policy =
    "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; "
    "frame-ancestors 'none'";

// The page names the files of one build; theirs carry their content in their names.
constexpr std::string_view each_time = "no-cache";
constexpr std::string_view for_good = "max-age=31536000, immutable";

constexpr std::array<std::pair<std::string_view, std::string_view>, 3> types{{
    {".js", "text/javascript"},
    {".css", "text/css"},
    {".svg", "image/svg+xml"},
}};

// They are embedded as gzip, which every browser takes.
Result<Response> embedded(std::string_view name, std::string_view content_type,
                          std::string_view kept) {
    const std::string path = "web/embedded/console/" + std::string(name) + ".gz";
    const auto files = foundation::embedded_files();
    const auto file = std::ranges::find(files, path, &foundation::EmbeddedFile::path);
    if (file == files.end()) return fail(ErrorCode::NotFound, "http.no_such_path");
    Response response;
    response.content_type = content_type;
    response.headers = {{.name = "Content-Security-Policy", .value = std::string(page_policy)},
                        {.name = "Content-Encoding", .value = "gzip"},
                        {.name = "Cache-Control", .value = std::string(kept)}};
    response.body = file->content;
    return response;
}

Result<Response> read_console(const Request& /*request*/, Context& /*context*/) {
    return embedded("index.html", "text/html; charset=utf-8", each_time);
}

Result<Response> read_account_page(const Request& /*request*/, Context& /*context*/) {
    return embedded("account.html", "text/html; charset=utf-8", each_time);
}

Result<Response> read_console_file(const Request& request, Context& /*context*/) {
    const std::string& name = request.path_values.front();
    for (const auto& [ending, type] : types) {
        if (name.ends_with(ending)) return embedded(name, type, for_good);
    }
    return fail(ErrorCode::NotFound, "http.no_such_path");
}

Response lead_to(std::string_view path) {
    Response response;
    response.status = 308;
    response.content_type = "text/plain";
    response.headers = {{.name = "Location", .value = std::string(path)}};
    return response;
}

Result<Response> find_console(const Request& /*request*/, Context& /*context*/) {
    return lead_to("/console/");
}

Result<Response> find_account_page(const Request& /*request*/, Context& /*context*/) {
    return lead_to("/account/");
}

Operation open_to_all(std::string_view id, std::string_view path, Handler handler) {
    return {.id = id, .path = path, .token = Token::Optional, .handler = handler};
}

}  // namespace

std::span<const Operation> console_operations() {
    static const std::array operations{
        open_to_all("find_console", "/console", find_console),
        open_to_all("read_console", "/console/", read_console),
        open_to_all("read_console_file", "/console/{file}", read_console_file),
        open_to_all("find_account_page", "/account", find_account_page),
        open_to_all("read_account_page", "/account/", read_account_page),
    };
    return operations;
}

}  // namespace credit::http
