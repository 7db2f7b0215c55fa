#include "pages/lore/lists_page.h"

#include <string>
#include <string_view>

#include "catalogue/catalogue.h"
#include "catalogue/duties/list_standard.h"
#include "catalogue/duties/measure.h"
#include "catalogue/duties/term.h"
#include "catalogue/offices/region.h"
#include "pages/html/frame.h"
#include "pages/html/html.h"
#include "pages/html/place.h"
#include "pages/lore/bases.h"
#include "pages/lore/measures_page.h"

namespace credit::pages {
namespace {

using catalogue::Colour;
using catalogue::ListStandard;

std::string level_of(const Place& place, catalogue::RegionLevel level) {
    switch (level) {
        case catalogue::RegionLevel::Nation:
            return place.say("pages.lore.level_nation");
        case catalogue::RegionLevel::Province:
            return place.say("pages.lore.level_province");
        case catalogue::RegionLevel::City:
            return place.say("pages.lore.level_city");
        case catalogue::RegionLevel::County:
            break;
    }
    return place.say("pages.lore.level_county");
}

std::string term_of(const Place& place, const catalogue::Term& term) {
    using catalogue::TermKind;
    switch (term.kind) {
        case TermKind::Fixed:
            return term.shortest ? length_of(place, *term.shortest) : std::string();
        case TermKind::Decided:
            if (term.shortest && term.longest) {
                return place.say("pages.lore.term_between", {length_of(place, *term.shortest),
                                                             length_of(place, *term.longest)});
            }
            return place.say("pages.lore.term_decided");
        case TermKind::Life:
            return place.say("pages.lore.term_life");
        case TermKind::Until:
            return term.review ? place.say("pages.lore.term_until_reviewed",
                                           {length_of(place, *term.review)})
                               : place.say("pages.lore.term_until");
        case TermKind::WithListing:
            return place.say("pages.lore.term_with_listing");
        case TermKind::WithRecord:
            break;
    }
    return place.say("pages.lore.term_with_record");
}

void add_standards(Html& out, const Place& place, Colour colour, std::string_view title) {
    out << "<h2>"_html << place.say(title) << "</h2>\n<ul class=\"rows\">\n"_html;
    for (const auto& standard : place.catalogue.standards.all()) {
        if (standard.colour != colour || !standard.in_force(place.day)) continue;
        out << "<li class=\"row\">\n<h3>"_html
            << link(place, "/lists/" + standard.id,
                    either(place, standard.title_zh, standard.title_en))
            << "</h3>\n<dl>\n"_html;
        fact(out, place.say("pages.lists.who"), offices_of(place, standard.functions));
        fact(out, place.say("pages.lists.whom"), categories_of(place, standard.subjects));
        fact(out, place.say("pages.lists.off"),
             either(place, standard.removal_zh, standard.removal_en));
        out << "</dl>\n</li>\n"_html;
    }
    out << "</ul>\n"_html;
}

void add_out_of_force(Html& out, const Place& place) {
    out << "<h2>"_html << place.say("pages.lists.not_in_force") << "</h2>\n<p>"_html
        << place.say("pages.lists.not_in_force_why") << "</p>\n<ul class=\"rows\">\n"_html;
    for (const auto& standard : place.catalogue.standards.all()) {
        const auto gaps = standard.gaps(place.day);
        if (gaps.empty()) continue;
        out << "<li class=\"row\">\n<h3>"_html
            << link(place, "/lists/" + standard.id,
                    either(place, standard.title_zh, standard.title_en))
            << "</h3>\n"_html << gaps_of(place, gaps) << "</li>\n"_html;
    }
    out << "</ul>\n"_html;
}

void add_grounds(Html& out, const Place& place, const ListStandard& standard) {
    out << "<h2>"_html << place.say("pages.lists.grounds") << "</h2>\n<ol>\n"_html;
    for (const auto& ground : standard.grounds) {
        out << "<li>"_html << either(place, ground.zh, ground.en);
        if (!ground.finding_zh.empty()) {
            out << R"( <span class="quiet">)"_html
                << either(place, ground.finding_zh, ground.finding_en) << "</span>"_html;
        }
        if (const auto* const term = standard.term_of(ground)) {
            out << R"(<br><span class="quiet">)"_html
                << place.say("pages.lists.term", {term_of(place, *term)}) << "</span>"_html;
        }
        out << "</li>\n"_html;
    }
    out << "</ol>\n"_html;
}

void add_procedure(Html& out, const Place& place, const ListStandard& standard) {
    out << "<h2>"_html << place.say("pages.lists.procedure") << "</h2>\n<dl class=\"list\">\n"_html;
    fact(out, place.say("pages.lists.who"), offices_of(place, standard.functions));
    fact(out, place.say("pages.lists.lowest"), level_of(place, standard.lowest_level));
    fact(out, place.say("pages.lists.whom"), categories_of(place, standard.subjects));
    if (standard.notice.required) {
        fact(out, place.say("pages.lists.notice"),
             either(place, standard.notice.zh, standard.notice.en));
        fact(out, place.say("pages.lists.window"), length_of(place, standard.notice.window));
    }
    fact(out, place.say("pages.lists.off"),
         either(place, standard.removal_zh, standard.removal_en));
    if (standard.early_removal) {
        fact(out, place.say("pages.lists.early"),
             either(place, standard.early_removal->conditions_zh,
                    standard.early_removal->conditions_en));
    }
    fact(out, place.say("pages.lists.objection"),
         either(place, standard.objection_zh, standard.objection_en));
    out << "</dl>\n<section id=\"remedy\" class=\"note\">\n<h2>"_html
        << place.say("pages.row.remedy") << "</h2>\n<p>"_html
        << either(place, standard.remedy_zh, standard.remedy_en) << "</p>\n<p>"_html
        << link(place, "/guides#object", place.say("pages.item.object"))
        << "</p>\n</section>\n"_html;
}

void add_measures(Html& out, const Place& place, const ListStandard& standard) {
    out << "<h2>"_html << place.say("pages.lists.measures") << "</h2>\n<p class=\"quiet\">"_html
        << place.say("pages.lists.measures_note") << "</p>\n<ul class=\"rows\">\n"_html;
    for (const auto& id : standard.measures) {
        const auto* const measure = place.catalogue.measures.find(id);
        if (measure != nullptr && measure->in_force(place.day)) add_measure(out, place, *measure);
    }
    out << "</ul>\n"_html;
}

}  // namespace

std::string show_lists(const Place& place) {
    const auto title = place.say("pages.lists.title");
    Html out;
    out << "<h1>"_html << title << "</h1>\n<p class=\"lead\">"_html << place.say("pages.lists.lead")
        << "</p>\n"_html;
    add_standards(out, place, Colour::Black, "pages.lists.black");
    add_standards(out, place, Colour::Red, "pages.lists.red");
    add_out_of_force(out, place);
    return whole_page(place, {.title = title, .room = "pages.menu.lists"}, out);
}

std::string show_standard(const Place& place, const ListStandard& standard) {
    Html out;
    out << R"(<p class="crumb">)"_html << link(place, "/lists", place.say("pages.lists.title"))
        << "</p>\n<h1>"_html << either(place, standard.title_zh, standard.title_en)
        << "</h1>\n"_html;
    if (const auto gaps = standard.gaps(place.day); !gaps.empty()) {
        out << "<section class=\"note\">\n<h2>"_html << place.say("pages.lore.not_in_force")
            << "</h2>\n"_html << gaps_of(place, gaps) << "</section>\n"_html;
    }
    out << "<h2>"_html << place.say("pages.lore.basis") << "</h2>\n"_html
        << bases_of(place, standard.bases);
    add_grounds(out, place, standard);
    add_procedure(out, place, standard);
    add_measures(out, place, standard);
    return whole_page(place,
                      {.title = std::string(place.pick(standard.title_zh, standard.title_en)),
                       .room = "pages.menu.lists"},
                      out);
}

}  // namespace credit::pages
