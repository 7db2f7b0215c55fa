#include "pages/html/frame.h"

#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "pages/html/assets.h"
#include "pages/html/html.h"
#include "pages/html/place.h"
#include "pages/html/variant.h"

namespace credit::pages {
namespace {

struct Room {
    constexpr Room(std::string_view its_word, std::string_view its_path)
        : word(its_word), path(its_path) {}

    std::string_view word;
    std::string_view path;
};

constexpr std::array<Room, 6> rooms{{{"pages.menu.publicity", "/publicity"},
                                     {"pages.menu.lists", "/lists"},
                                     {"pages.menu.law", "/law"},
                                     {"pages.menu.figures", "/figures"},
                                     {"pages.menu.guides", "/guides"},
                                     {"pages.menu.data", "/data"}}};

constexpr std::array<Room, 6> foot{{{"pages.tips.title", "/tips"},
                                    {"pages.menu.about", "/about"},
                                    {"pages.menu.sources", "/about#sources"},
                                    {"pages.menu.privacy", "/about#privacy"},
                                    {"pages.menu.access", "/about#access"},
                                    {"pages.menu.measures", "/measures"}}};

void add_head(Html& out, const Place& place, const Head& head) {
    const bool home = place.path == "/";
    out << "<!DOCTYPE html>\n<html lang=\""_html << (place.english() ? "en" : "zh-CN")
        << R"(")"_html;
    if (place.variant.large) out << R"( class="large")"_html;
    out << ">\n<head>\n<meta charset=\"utf-8\">\n<title>"_html << head.title;
    if (!home) out << " · "_html << place.say("pages.name");
    out << "</title>\n"
           "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
           "<link rel=\"stylesheet\" href=\""_html
        << asset_address("portal.css") << "\">\n<link rel=\"icon\" href=\""_html
        << asset_address("icon.svg") << "\">\n</head>\n<body>\n"_html;
}

// The way to one's own account; the same page in the other language, or in the other size.
void add_variants(Html& out, const Place& place) {
    Variant other = place.variant;
    other.language = place.english() ? Language::Chinese : Language::English;
    Variant size = place.variant;
    size.large = !size.large;
    out << "<ul class=\"variants\">\n<li><a href=\"/account/\">"_html
        << place.say("pages.my_account") << "</a></li>\n<li><a lang=\""_html
        << (place.english() ? "zh-CN" : "en") << R"(" hreflang=")"_html
        << (place.english() ? "zh-CN" : "en") << R"(" href=")"_html << other.address_of(place.path)
        << R"(">)"_html << place.say("pages.other_language") << "</a></li>\n<li><a href=\""_html
        << size.address_of(place.path) << R"(">)"_html
        << place.say(size.large ? "pages.large_type" : "pages.usual_type")
        << "</a></li>\n</ul>\n"_html;
}

void add_top(Html& out, const Place& place, const Head& head) {
    out << R"(<a class="skip" href="#main">)"_html << place.say("pages.skip") << "</a>\n"_html;
    if (place.demonstration) {
        out << R"(<p class="demo">)"_html << place.say("pages.demonstration") << "</p>\n"_html;
    }
    out << "<header class=\"top\">\n<div class=\"bar\">\n<a class=\"brand\" href=\""_html
        << place.link("/") << R"("><strong>)"_html << place.say("pages.name")
        << "</strong> <span>"_html << place.say("pages.of_what") << "</span></a>\n"_html;
    add_variants(out, place);
    out << "</div>\n<nav aria-label=\""_html << place.say("pages.menu.label")
        << "\">\n<ul class=\"menu\">\n"_html;
    for (const auto& room : rooms) {
        out << R"(<li><a href=")"_html << place.link(room.path) << R"(")"_html;
        if (room.word == head.room) out << R"( aria-current="page")"_html;
        out << ">"_html << place.say(room.word) << "</a></li>\n"_html;
    }
    out << "</ul>\n</nav>\n</header>\n"_html;
}

void add_foot(Html& out, const Place& place) {
    out << "<footer>\n<ul class=\"menu\">\n"_html;
    for (const auto& room : foot) {
        out << R"(<li><a href=")"_html << place.link(room.path) << R"(">)"_html
            << place.say(room.word) << "</a></li>\n"_html;
    }
    out << R"(<li><a href="/docs">)"_html << place.say("pages.menu.interface")
        << "</a></li>\n</ul>\n<p>"_html << place.say("pages.as_of", {place.date(place.day)})
        << "</p>\n</footer>\n</body>\n</html>\n"_html;
}

}  // namespace

std::string whole_page(const Place& place, const Head& head, const Html& content) {
    Html out;
    add_head(out, place, head);
    add_top(out, place, head);
    if (head.search == SearchBox::Shown) {
        out << "<div class=\"find\">\n"_html << search_box(place, "pages.search.label")
            << "</div>\n"_html;
    }
    out << "<main id=\"main\">\n"_html << content << "</main>\n"_html;
    add_foot(out, place);
    return std::move(out).take();
}

Html search_box(const Place& place, std::string_view word) {
    Html out;
    out << R"(<form class="search" role="search" method="post" action=")"_html
        << place.link("/search") << "\">\n<label for=\"text\">"_html << place.say(word)
        << "</label>\n<input id=\"text\" name=\"text\" type=\"text\" maxlength=\"200\" "
           "autocomplete=\"off\" required>\n<button type=\"submit\">"_html
        << place.say("pages.search.button") << "</button>\n</form>\n"_html;
    return out;
}

Html link(const Place& place, std::string_view to, const Html& text) {
    Html out;
    out << R"(<a href=")"_html << place.link(to) << R"(">)"_html << text << "</a>"_html;
    return out;
}

Html link(const Place& place, std::string_view to, std::string_view text) {
    Html escaped;
    escaped << text;
    return link(place, to, escaped);
}

void fact(Html& out, std::string_view label, const Html& value) {
    if (value.empty()) return;
    out << "<div><dt>"_html << label << "</dt><dd>"_html << value << "</dd></div>\n"_html;
}

void fact(Html& out, std::string_view label, std::string_view value) {
    Html escaped;
    escaped << value;
    fact(out, label, escaped);
}

}  // namespace credit::pages
