// Place (页面所在): where a page stands: its path, its language, the day, and the lore it speaks
// from.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "catalogue/catalogue.h"
#include "foundation/clock.h"
#include "law/library.h"
#include "pages/html/html.h"
#include "pages/html/variant.h"
#include "words/catalogue.h"

namespace credit::pages {

struct Place {
    const words::Catalogue& words;
    const catalogue::Catalogue& catalogue;
    const law::Library& law;
    Variant variant = {};
    std::string path = "/";  // in Chinese and usual type
    Date day{};
    bool demonstration = false;

    bool english() const { return variant.language == Language::English; }
    // The sentence of words/pages.toml, its gaps filled.
    std::string say(std::string_view word, const std::vector<std::string>& arguments = {}) const;
    // The English where there is one, in English.
    std::string_view pick(std::string_view chinese, std::string_view in_english) const;
    // Of a page of ours, in the variant that was chosen.
    std::string link(std::string_view to) const { return variant.address_of(to); }
    // "2026年4月1日", "2026-04-01".
    std::string date(Date when) const;
    // "《…》第三十九条", with how far the text was checked.
    std::string cite(const law::Citation& citation) const;
};

// What stands in Chinese whatever the page's language: names, contents, numbers of documents.
Html chinese(const Place& place, std::string_view text);
// The English of it where there is one; else the Chinese, marked as such.
Html either(const Place& place, std::string_view zh, std::string_view en);

}  // namespace credit::pages
