#include "pages/guides/guides_page.h"

#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include "foundation/result.h"
#include "law/library.h"
#include "law/parameter.h"
#include "pages/html/frame.h"
#include "pages/html/html.h"
#include "pages/html/place.h"
#include "pages/lore/bases.h"

namespace credit::pages {
namespace {

using Found = Result<const law::Parameter*>;

// A step, the period of law in its gap, and the article behind that.
void add_step(Html& out, const Place& place, std::string_view word, const Found& parameter) {
    if (!parameter) return;
    const auto* const period = std::get_if<law::Period>(&(*parameter)->value);
    if (period == nullptr) return;
    out << "<li>"_html << place.say(word, {length_of(place, *period)})
        << R"( <span class="quiet">)"_html << place.cite((*parameter)->citation)
        << "</span></li>\n"_html;
}

void add_step(Html& out, const Place& place, std::string_view word) {
    out << "<li>"_html << place.say(word) << "</li>\n"_html;
}

void open_guide(Html& out, const Place& place, std::string_view anchor, std::string_view title,
                std::string_view lead) {
    out << R"(<section id=")"_html << anchor << "\">\n<h2>"_html << place.say(title)
        << "</h2>\n<p>"_html << place.say(lead) << "</p>\n<ol>\n"_html;
}

void close_guide(Html& out) {
    out << "</ol>\n</section>\n"_html;
}

void add_mine(Html& out, const Place& place) {
    open_guide(out, place, "mine", "pages.guides.mine", "pages.guides.mine_lead");
    add_step(out, place, "pages.guides.mine_account");
    add_step(out, place, "pages.guides.mine_held");
    add_step(out, place, "pages.guides.mine_looked");
    add_step(out, place, "pages.guides.mine_ask",
             place.law.parameter("lookup.question.answer", place.day));
    out << "</ol>\n<p><a href=\"/account/\">"_html << place.say("pages.my_account")
        << "</a></p>\n</section>\n"_html;
}

void add_object(Html& out, const Place& place) {
    open_guide(out, place, "object", "pages.guides.object", "pages.guides.object_lead");
    add_step(out, place, "pages.guides.object_say");
    add_step(out, place, "pages.guides.object_held");
    add_step(out, place, "pages.guides.object_own",
             place.law.parameter("objection.result.own_data", place.day));
    add_step(out, place, "pages.guides.object_other",
             place.law.parameter("objection.result.with_other_unit", place.day));
    add_step(out, place, "pages.guides.object_silence");
    add_step(out, place, "pages.guides.object_told");
    close_guide(out);
}

void add_repair(Html& out, const Place& place) {
    open_guide(out, place, "repair", "pages.guides.repair", "pages.guides.repair_lead");
    add_step(out, place, "pages.guides.repair_when_general",
             place.law.parameter("publicity.general.shortest", place.day));
    add_step(out, place, "pages.guides.repair_when_serious",
             place.law.parameter("publicity.serious.shortest", place.day));
    add_step(out, place, "pages.guides.repair_apply");
    add_step(out, place, "pages.guides.repair_accepted",
             place.law.parameter("repair.acceptance", place.day));
    add_step(out, place, "pages.guides.repair_result",
             place.law.parameter("repair.result", place.day));
    add_step(out, place, "pages.guides.repair_everywhere",
             place.law.parameter("repair.holders.stop", place.day));
    close_guide(out);
}

void add_complain(Html& out, const Place& place) {
    open_guide(out, place, "complain", "pages.guides.complain", "pages.guides.complain_lead");
    add_step(out, place, "pages.guides.complain_file");
    add_step(out, place, "pages.guides.complain_accepted",
             place.law.parameter("complaint.acceptance", place.day));
    add_step(out, place, "pages.guides.complain_decided",
             place.law.parameter("complaint.decision", place.day));
    add_step(out, place, "pages.guides.review",
             place.law.parameter("remedy.reconsideration", place.day));
    add_step(out, place, "pages.guides.suit", place.law.parameter("remedy.litigation", place.day));
    close_guide(out);
}

}  // namespace

std::string show_guides(const Place& place) {
    const auto title = place.say("pages.guides.title");
    Html out;
    out << "<h1>"_html << title << "</h1>\n<p class=\"lead\">"_html
        << place.say("pages.guides.lead") << "</p>\n<nav class=\"parts\" aria-label=\""_html
        << place.say("pages.subject.parts") << "\">\n<ul>\n"_html;
    for (const auto& [anchor, word] : {std::pair{"mine", "pages.guides.mine"},
                                       {"object", "pages.guides.object"},
                                       {"repair", "pages.guides.repair"},
                                       {"complain", "pages.guides.complain"}}) {
        out << R"(<li><a href="#)"_html << anchor << R"(">)"_html << place.say(word)
            << "</a></li>\n"_html;
    }
    out << "</ul>\n</nav>\n"_html;
    add_mine(out, place);
    add_object(out, place);
    add_repair(out, place);
    add_complain(out, place);
    return whole_page(place, {.title = title, .room = "pages.menu.guides"}, out);
}

}  // namespace credit::pages
