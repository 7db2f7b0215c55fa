#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "catalogue/catalogue.h"
#include "foundation/result.h"
#include "pages/data/data_page.h"
#include "pages/html/frame.h"
#include "pages/html/html.h"
#include "pages/html/place.h"
#include "pages/portal.sql.h"
#include "pages/subjects/shown_rows.h"
#include "sql/session.h"

namespace credit::pages {
namespace {

void add_sources(Html& out, const Place& place, const std::vector<Delivery>& deliveries) {
    out << "<table class=\"lore\">\n<caption>"_html << place.say("pages.about.last_deliveries")
        << "</caption>\n<thead>\n<tr><th scope=\"col\">"_html << place.say("pages.about.authority")
        << R"(</th><th scope="col">)"_html << place.say("pages.about.what")
        << R"(</th><th scope="col">)"_html << place.say("pages.about.files")
        << R"(</th><th scope="col">)"_html << place.say("pages.about.last")
        << "</th></tr>\n</thead>\n<tbody>\n"_html;
    for (const auto& delivery : deliveries) {
        const auto office = place.catalogue.authorities.find(delivery.authority);
        const auto kind = place.catalogue.kinds.find(delivery.kind, place.day);
        out << R"(<tr><th scope="row">)"_html
            << authority_of(place, delivery.authority, office ? (*office)->zh : delivery.authority)
            << "</th><td>"_html
            << either(place, kind ? (*kind)->zh : delivery.kind, kind ? (*kind)->en : delivery.kind)
            << "</td><td>"_html << delivery.files << "</td><td>"_html
            << place.date(delivery.last_on) << "</td></tr>\n"_html;
    }
    out << "</tbody>\n</table>\n"_html;
}

void add_part(Html& out, const Place& place, std::string_view anchor, std::string_view title,
              std::initializer_list<std::string_view> paragraphs) {
    out << R"(<section id=")"_html << anchor << "\">\n<h2>"_html << place.say(title)
        << "</h2>\n"_html;
    for (const auto word : paragraphs) out << "<p>"_html << place.say(word) << "</p>\n"_html;
    out << "</section>\n"_html;
}

}  // namespace

Result<std::vector<Delivery>> read_deliveries(sql::Session& session) {
    std::vector<Delivery> deliveries;
    for (const auto& row : TRY(session.query(statements::deliveries))) {
        deliveries.push_back({.authority = row.text(0).substr(1),
                              .kind = row.text(1),
                              .files = row.integer(2),
                              .last_on = row.date(3)});
    }
    return deliveries;
}

std::string show_about(const Place& place, const std::vector<Delivery>& deliveries) {
    const auto title = place.say("pages.about.title");
    Html out;
    out << "<h1>"_html << title << "</h1>\n<p class=\"lead\">"_html << place.say("pages.about.lead")
        << "</p>\n"_html;
    add_part(out, place, "sources", "pages.menu.sources", {"pages.about.sources"});
    add_sources(out, place, deliveries);
    add_part(out, place, "terms", "pages.about.terms_title",
             {"pages.about.terms", "pages.about.no_score"});
    add_part(out, place, "privacy", "pages.menu.privacy",
             {"pages.about.privacy_persons", "pages.about.privacy_visit"});
    add_part(out, place, "access", "pages.menu.access",
             {"pages.about.access", "pages.about.access_print"});
    out << "<section id=\"interface\">\n<h2>"_html << place.say("pages.menu.interface")
        << "</h2>\n<p>"_html << place.say("pages.about.interface")
        << R"( <a href="/docs">/docs</a>)"_html
        << " · <a href=\"/openapi.yaml\">openapi.yaml</a></p>\n</section>\n"_html;
    return whole_page(place, {.title = title}, out);
}

}  // namespace credit::pages
