#include "pages/html/variant.h"

#include <string>
#include <string_view>

namespace credit::pages {
namespace {

constexpr std::string_view english = "/en";
constexpr std::string_view large_type = "/large";

// Takes the first segment off the path when it is that one.
bool take(std::string_view& path, std::string_view segment) {
    if (!path.starts_with(segment)) return false;
    const auto rest = path.substr(segment.size());
    if (!rest.empty() && rest.front() != '/') return false;
    path = rest.empty() ? "/" : rest;
    return true;
}

}  // namespace

std::string Variant::address_of(std::string_view path) const {
    std::string address;
    if (language == Language::English) address += english;
    if (large) address += large_type;
    return address.append(path);
}

VariantPath read_variant(std::string_view path) {
    VariantPath read{.variant = {}, .path = path};
    if (take(read.path, english)) read.variant.language = Language::English;
    if (take(read.path, large_type)) read.variant.large = true;
    return read;
}

}  // namespace credit::pages
