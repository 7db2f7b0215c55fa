#include "pages/subjects/shown_successions.h"

#include <string_view>
#include <utility>
#include <vector>

#include "pages/html/frame.h"
#include "pages/html/html.h"
#include "pages/html/place.h"
#include "pages/subjects/shown_rows.h"
#include "pages/subjects/subject_address.h"
#include "publicity/subject_view.h"
#include "subjects/successions/succession.h"

namespace credit::pages {
namespace {

using subjects::SuccessionKind;

std::string_view kind_word(SuccessionKind kind) {
    switch (kind) {
        case SuccessionKind::Absorption:
            return "pages.succession.absorption";
        case SuccessionKind::NewFormation:
            return "pages.succession.new_formation";
        case SuccessionKind::SplitOff:
            return "pages.succession.split_off";
        case SuccessionKind::DissolutionSplit:
            return "pages.succession.dissolution_split";
    }
    std::unreachable();
}

Html ways_to(const Place& place, const SubjectAddress& addresses,
             const std::vector<subjects::Side>& sides) {
    Html ways;
    for (const auto& side : sides) {
        if (!ways.empty()) ways << "<br>"_html;
        ways << link(place, "/subjects/" + addresses.id_of(side.key), side.name);
    }
    return ways;
}

}  // namespace

void add_successions(Html& out, const Place& place, const SubjectAddress& addresses,
                     const std::vector<publicity::ShownSuccession>& successions) {
    if (successions.empty()) return;
    out << "<section id=\"successions\">\n<h2>"_html << place.say("pages.succession.title")
        << "</h2>\n<ul class=\"rows\">\n"_html;
    for (const auto& [each, objected] : successions) {
        out << "<li class=\"row\">\n<h3>"_html << place.say(kind_word(each.kind));
        if (objected) add_mark(out, "held", place.say("pages.row.objected"));
        out << "</h3>\n<dl>\n"_html;
        fact(out, place.say("pages.succession.predecessors"),
             ways_to(place, addresses, each.predecessors));
        fact(out, place.say("pages.succession.successors"),
             ways_to(place, addresses, each.successors));
        fact(out, place.say("pages.succession.from_on"), place.date(each.from_on));
        fact(out, place.say("pages.succession.document"), chinese(place, each.document_number));
        out << "</dl>\n</li>\n"_html;
    }
    out << "</ul>\n<p class=\"quiet\">"_html << place.say("pages.succession.nothing_passes")
        << "</p>\n</section>\n"_html;
}

}  // namespace credit::pages
