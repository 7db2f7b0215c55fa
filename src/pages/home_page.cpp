#include "pages/home_page.h"

#include <array>
#include <string>
#include <string_view>

#include "pages/html/frame.h"
#include "pages/html/html.h"
#include "pages/html/place.h"
#include "pages/publicity/newest.h"
#include "pages/publicity/publicity_page.h"

namespace credit::pages {
namespace {

struct Task {
    std::string_view title;
    std::string_view text;
    std::string_view path;
};

constexpr std::array<Task, 4> tasks{
    {{.title = "pages.home.check_title", .text = "pages.home.check", .path = "/search"},
     {.title = "pages.home.mine_title", .text = "pages.home.mine", .path = "/guides#mine"},
     {.title = "pages.home.object_title", .text = "pages.home.object", .path = "/guides#object"},
     {.title = "pages.home.repair_title", .text = "pages.home.repair", .path = "/guides#repair"}}};

void add_newest(Html& out, const Place& place, const Newest& newest, std::string_view title,
                std::string_view all) {
    out << "<section>\n<h2>"_html << place.say(title) << "</h2>\n"_html;
    if (newest.records.empty()) {
        out << R"(<p class="none">)"_html << place.say("pages.home.newest_none") << "</p>\n"_html;
    } else {
        out << "<ul class=\"rows\">\n"_html;
        for (const auto& record : newest.records) add_new_record(out, place, record);
        out << "</ul>\n"_html;
    }
    out << "<p>"_html << link(place, all, place.say("pages.home.newest_all"))
        << "</p>\n</section>\n"_html;
}

}  // namespace

std::string show_home(const Place& place, const Newest& penalties, const Newest& permits) {
    Html out;
    out << "<h1>"_html << place.say("pages.home.title") << "</h1>\n<p class=\"lead\">"_html
        << place.say("pages.home.lead") << "</p>\n"_html << search_box(place, "pages.search.label")
        << R"(<p class="quiet">)"_html << place.say("pages.home.persons") << "</p>\n"_html;
    if (place.demonstration) {
        out << "<p>"_html << link(place, "/tour", place.say("pages.home.tour")) << "</p>\n"_html;
    }
    out << "<ul class=\"tasks\">\n"_html;
    for (const auto& task : tasks) {
        out << "<li>\n<h2>"_html << link(place, task.path, place.say(task.title))
            << "</h2>\n<p>"_html << place.say(task.text) << "</p>\n</li>\n"_html;
    }
    out << "</ul>\n"_html;
    add_newest(out, place, permits, "pages.home.newest_permits", "/publicity/permits");
    add_newest(out, place, penalties, "pages.home.newest_penalties", "/publicity/penalties");
    return whole_page(
        place, {.title = place.say("pages.name_and_what"), .search = SearchBox::Hidden}, out);
}

}  // namespace credit::pages
