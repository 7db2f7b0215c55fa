// Files that live in the program: law/, words/, migrations, the API description and its page.

#pragma once

#include <cstddef>
#include <span>
#include <string_view>

namespace credit::foundation {

struct EmbeddedFile {
    std::string_view path;  // from the project's root, e.g. "law/parameters.toml"
    std::string_view content;
};

// All of them, in the order of their paths.
std::span<const EmbeddedFile> embedded_files();

}  // namespace credit::foundation
