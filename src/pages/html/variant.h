// Variant of a page (语言与字号): the same page in Chinese or English, in usual or large type.
//
// The address says which: "/subjects/x", "/en/subjects/x", "/large/subjects/x",
// "/en/large/subjects/x". Nothing is kept about the reader, and a link keeps what was chosen.

#pragma once

#include <string>
#include <string_view>

#include "words/sentence.h"

namespace credit::pages {

using words::Language;

struct Variant {
    Language language = Language::Chinese;
    bool large = false;

    // The address of a page, from its path in Chinese and usual type.
    std::string address_of(std::string_view path) const;
    bool operator==(const Variant&) const = default;
};

struct VariantPath {
    Variant variant;
    std::string_view path;  // without what names the variant
};

VariantPath read_variant(std::string_view path);

}  // namespace credit::pages
