// Assets (样式与图标): the files of web/portal that pages ask for, under an address that changes
// when their content does, so that they may be kept for ever.

#pragma once

#include <string>
#include <string_view>

namespace credit::pages {

struct Asset {
    std::string_view content;
    std::string_view content_type;
    bool current = false;  // the digest in the address is that of the content
};

// "/assets/1a2b3c4d/portal.css"; the name must be one of web/portal.
std::string asset_address(std::string_view name);

// Of no content when there is none of that name.
Asset find_asset(std::string_view digest, std::string_view name);

}  // namespace credit::pages
