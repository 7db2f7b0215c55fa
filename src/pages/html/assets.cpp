#include "pages/html/assets.h"

#include <cstddef>
#include <map>
#include <span>
#include <string>
#include <string_view>

#include "foundation/bytes.h"
#include "foundation/crypto.h"
#include "foundation/embedded_files.h"

namespace credit::pages {
namespace {

constexpr std::string_view folder = "web/portal/";
constexpr std::size_t digest_bytes = 6;

struct Kept {
    std::string_view content;
    std::string digest;
};

const std::map<std::string_view, Kept>& assets() {
    static const auto all = [] {
        std::map<std::string_view, Kept> kept;
        for (const auto& file : foundation::embedded_files()) {
            if (!file.path.starts_with(folder)) continue;
            const auto digest = crypto::sha256(bytes_of(file.content));
            kept[file.path.substr(folder.size())] = {
                .content = file.content, .digest = to_hex(std::span(digest).first(digest_bytes))};
        }
        return kept;
    }();
    return all;
}

std::string_view type_of(std::string_view name) {
    if (name.ends_with(".css")) return "text/css; charset=utf-8";
    if (name.ends_with(".js")) return "text/javascript; charset=utf-8";
    if (name.ends_with(".svg")) return "image/svg+xml";
    return "application/octet-stream";
}

}  // namespace

std::string asset_address(std::string_view name) {
    return "/assets/" + assets().at(name).digest + "/" + std::string(name);
}

Asset find_asset(std::string_view digest, std::string_view name) {
    const auto found = assets().find(name);
    if (found == assets().end()) return {};
    return {.content = found->second.content,
            .content_type = type_of(name),
            .current = found->second.digest == digest};
}

}  // namespace credit::pages
