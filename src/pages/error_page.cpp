#include "pages/error_page.h"

#include <string>
#include <string_view>

#include "foundation/result.h"
#include "pages/html/frame.h"
#include "pages/html/html.h"
#include "pages/html/place.h"

namespace credit::pages {
namespace {

std::string_view title_of(int status) {
    if (status == 404) return "pages.error.not_found";
    return status < 500 ? "pages.error.not_understood" : "pages.error.not_now";
}

void add_ground(Html& out, const Place& place, const Ground& ground) {
    const auto told = place.words.tell(ground, place.variant.language);
    out << R"(<p class="lead">)"_html << told.what << place.say("pages.error.stop")
        << "</p>\n"_html;
    if (!told.next.empty()) {
        out << "<p>"_html << told.next << place.say("pages.error.stop") << "</p>\n"_html;
    }
    if (!told.citation.empty())
        out << R"(<p class="quiet">)"_html << told.citation << "</p>\n"_html;
}

}  // namespace

std::string show_error(const Place& place, const Error& error, int status) {
    const auto title = place.say(title_of(status));
    Html out;
    out << "<h1>"_html << title << "</h1>\n"_html;
    // An address that leads nowhere is no matter of the interface here.
    const bool no_path = error.grounds.front().word == "http.no_such_path";
    if (no_path) {
        out << R"(<p class="lead">)"_html << place.say("pages.error.no_such_page") << "</p>\n"_html;
    } else {
        for (const auto& ground : error.grounds) add_ground(out, place, ground);
    }
    out << "<p>"_html << link(place, "/", place.say("pages.error.home")) << "</p>\n"_html;
    return whole_page(place, {.title = title}, out);
}

}  // namespace credit::pages
