#include "pages/lore/measures_page.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "catalogue/catalogue.h"
#include "catalogue/duties/measure.h"
#include "foundation/clock.h"
#include "pages/html/frame.h"
#include "pages/html/html.h"
#include "pages/html/place.h"
#include "pages/lore/bases.h"

namespace credit::pages {
namespace {

using catalogue::Measure;
using catalogue::MeasureGroup;

struct Group {
    std::string_view path;
    std::optional<MeasureGroup> group;  // none: what is not in force
    std::string_view title;
    std::string_view text;

    // The rows of the table stand as a table does.
    constexpr Group(std::string_view at, std::optional<MeasureGroup> of, std::string_view head,
                    std::string_view said)
        : path(at), group(of), title(head), text(said) {}
};

constexpr std::array<Group, 6> groups{
    {{"a", MeasureGroup::Rights, "pages.measures.a", "pages.measures.a_text"},
     {"b", MeasureGroup::Management, "pages.measures.b", "pages.measures.b_text"},
     {"c", MeasureGroup::Market, "pages.measures.c", "pages.measures.c_text"},
     {"p", MeasureGroup::RecordOnly, "pages.measures.p", "pages.measures.p_text"},
     {"i", MeasureGroup::Incentive, "pages.measures.i", "pages.measures.i_text"},
     {"off", std::nullopt, "pages.measures.off", "pages.measures.off_text"}}};

bool belongs(const Measure& measure, const Group& group, Date day) {
    const bool in_force = measure.in_force(day);
    return group.group ? in_force && measure.group == *group.group : !in_force;
}

std::string_view obligation_word(catalogue::Obligation obligation) {
    switch (obligation) {
        case catalogue::Obligation::Mandatory:
            return "pages.measures.mandatory";
        case catalogue::Obligation::Recommended:
            return "pages.measures.recommended";
        case catalogue::Obligation::Information:
            break;
    }
    return "pages.measures.information";
}

std::string_view follows_word(catalogue::Follows follows) {
    switch (follows) {
        case catalogue::Follows::Listing:
            return "pages.measures.follows_listing";
        case catalogue::Follows::IndividualOrder:
            return "pages.measures.follows_order";
        case catalogue::Follows::Record:
            break;
    }
    return "pages.measures.follows_record";
}

}  // namespace

void add_measure(Html& out, const Place& place, const Measure& measure) {
    out << R"(<li class="row" id=")"_html << measure.id << "\">\n<h3>"_html
        << either(place, measure.title_zh, measure.title_en) << R"( <span class="mark held">)"_html
        << place.say(obligation_word(measure.obligation)) << "</span></h3>\n<dl>\n"_html;
    fact(out, place.say("pages.measures.number"), measure.id);
    fact(out, place.say("pages.measures.follows"), place.say(follows_word(measure.follows)));
    fact(out, place.say("pages.measures.who"), offices_of(place, measure.implementers));
    fact(out, place.say("pages.lore.basis"), bases_of(place, measure.bases));
    if (measure.individual_order) {
        fact(out, place.say("pages.measures.persons"), place.say("pages.measures.order_only"));
    }
    const auto gaps = measure.gaps(place.day);
    if (!gaps.empty()) fact(out, place.say("pages.lore.not_in_force"), gaps_of(place, gaps));
    out << "</dl>\n</li>\n"_html;
}

std::string show_measures(const Place& place, std::string_view path) {
    const auto* const group = std::ranges::find(groups, path, &Group::path);
    if (group == groups.end()) return {};
    const auto title = place.say(group->title);
    Html out;
    out << R"(<p class="crumb">)"_html
        << link(place, "/measures", place.say("pages.measures.title")) << "</p>\n<h1>"_html << title
        << "</h1>\n<p class=\"lead\">"_html << place.say(group->text)
        << "</p>\n<ul class=\"rows\">\n"_html;
    for (const auto& measure : place.catalogue.measures.all()) {
        if (belongs(measure, *group, place.day)) add_measure(out, place, measure);
    }
    out << "</ul>\n"_html;
    return whole_page(place, {.title = title, .room = "pages.menu.law"}, out);
}

std::string show_measure_groups(const Place& place) {
    const auto title = place.say("pages.measures.title");
    Html out;
    out << "<h1>"_html << title << "</h1>\n<p class=\"lead\">"_html
        << place.say("pages.measures.lead") << "</p>\n<ul class=\"tasks\">\n"_html;
    for (const auto& group : groups) {
        const auto count = std::ranges::count_if(
            place.catalogue.measures.all(),
            [&](const auto& measure) { return belongs(measure, group, place.day); });
        out << "<li>\n<h2>"_html
            << link(place, "/measures/" + std::string(group.path), place.say(group.title))
            << "</h2>\n<p>"_html << place.say(group.text) << "</p>\n<p>"_html
            << place.say("pages.measures.rows", {std::to_string(count)}) << "</p>\n</li>\n"_html;
    }
    out << "</ul>\n"_html;
    return whole_page(place, {.title = title, .room = "pages.menu.law"}, out);
}

}  // namespace credit::pages
