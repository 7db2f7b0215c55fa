#include "pages/tips/tip_page.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "catalogue/catalogue.h"
#include "catalogue/duties/domain.h"
#include "catalogue/offices/region.h"
#include "foundation/bytes.h"
#include "pages/html/assets.h"
#include "pages/html/frame.h"
#include "pages/html/html.h"
#include "pages/html/place.h"
#include "tips/offices.h"
#include "tips/tip.h"

namespace credit::pages {
namespace {

constexpr std::string_view room = "pages.tips.title";

void add_option(Html& out, std::string_view value, std::string_view text, bool chosen) {
    out << R"(<option value=")"_html << value << R"(")"_html;
    if (chosen) out << " selected"_html;
    out << ">"_html << text << "</option>\n"_html;
}

void add_region(Html& out, const Place& place, const catalogue::Region& region,
                const std::string& chosen) {
    add_option(out, region.code, place.pick(region.zh, region.en), region.code == chosen);
}

void add_regions(Html& out, const Place& place, const std::string& chosen) {
    using catalogue::RegionLevel;
    for (const auto level : {RegionLevel::Province, RegionLevel::City}) {
        for (const auto* const region : place.catalogue.regions.at_level(level, place.day)) {
            add_region(out, place, *region, chosen);
        }
    }
}

// Domain and region alone stand in the address.
void add_choice(Html& out, const Place& place, const TipChoice& choice) {
    out << R"(<form class="filters" method="get" action=")"_html << place.link("/tips")
        << "\">\n<div><label for=\"domain\">"_html << place.say("pages.tips.domain")
        << "</label>\n<select id=\"domain\" name=\"domain\">\n"_html;
    for (const auto& domain : catalogue::domains()) {
        add_option(out, domain.id, place.pick(domain.zh, domain.en), domain.id == choice.domain);
    }
    out << "</select></div>\n<div><label for=\"region\">"_html << place.say("pages.tips.region")
        << "</label>\n<select id=\"region\" name=\"region\">\n"_html;
    add_regions(out, place, choice.region);
    out << "</select></div>\n<button type=\"submit\">"_html << place.say("pages.tips.choose")
        << "</button>\n</form>\n"_html;
}

void add_offices(Html& out, const Place& place, const TipChoice& choice) {
    out << R"(<div class="field"><label for="tip-office">)"_html << place.say("pages.tips.office")
        << "</label>\n<select id=\"tip-office\" autocomplete=\"off\">\n"_html;
    for (const auto& office : choice.offices) {
        if (!office.key) continue;
        out << R"(<option value=")"_html << office.authority->code << R"(" data-point=")"_html
            << to_hex(office.key->point) << R"(">)"_html
            << place.pick(office.authority->zh, office.authority->en) << "</option>\n"_html;
    }
    out << "</select></div>\n"_html;
}

void add_field(Html& out, const Place& place, std::string_view name, std::string_view word) {
    out << R"(<div class="field"><label for="tip-)"_html << name << R"(">)"_html << place.say(word)
        << R"(</label><input id="tip-)"_html << name
        << "\" type=\"text\" maxlength=\"200\" autocomplete=\"off\"></div>\n"_html;
}

// What the script says stands here, in the page's language.
void open_form(Html& out, const Place& place, const TipChoice& choice) {
    constexpr std::array<std::array<std::string_view, 2>, 5> said{
        {{"sealing", "pages.tips.sealing"},
         {"empty", "pages.tips.empty"},
         {"large", "pages.tips.large"},
         {"insecure", "pages.tips.insecure"},
         {"away", "pages.tips.away"}}};
    out << R"(<section id="tip" class="tip" aria-labelledby="tip-title" data-domain=")"_html
        << choice.domain << R"(")"_html;
    for (const auto& [name, word] : said) {
        out << " data-"_html << name << R"(=")"_html << place.say(word) << R"(")"_html;
    }
    out << ">\n<h2 id=\"tip-title\">"_html << place.say("pages.tips.write") << "</h2>\n<p>"_html
        << place.say("pages.tips.needs_script") << "</p>\n"_html;
}

void add_form(Html& out, const Place& place, const TipChoice& choice) {
    open_form(out, place, choice);
    add_offices(out, place, choice);
    add_field(out, place, "subject", "pages.tips.subject");
    out << R"(<div class="field"><label for="tip-text">)"_html << place.say("pages.tips.text")
        << "</label><textarea id=\"tip-text\" rows=\"8\" maxlength=\"10000\" "
           "autocomplete=\"off\"></textarea></div>\n<div class=\"field\">"
           R"(<label for="tip-files">)"_html
        << place.say("pages.tips.files")
        << "</label><input id=\"tip-files\" type=\"file\" multiple "
           "accept=\".pdf,.png,.jpg,.jpeg,.txt\"></div>\n<p>"_html
        << place.say("pages.tips.identity") << "</p>\n"_html;
    add_field(out, place, "name", "pages.tips.name");
    add_field(out, place, "contact", "pages.tips.contact");
    out << "<p id=\"tip-told\" role=\"status\"></p>\n<button id=\"tip-send\" type=\"button\">"_html
        << place.say("pages.tips.send") << "</button>\n</section>\n"_html;
}

void add_done(Html& out, const Place& place) {
    out << "<section id=\"tip-done\" class=\"note\" tabindex=\"-1\" hidden>\n<h2>"_html
        << place.say("pages.tips.done") << "</h2>\n<p>"_html << place.say("pages.tips.keep")
        << "</p>\n<p>"_html << place.say("pages.tips.receipt")
        << "<br><code id=\"tip-receipt\"></code></p>\n<p>"_html
        << place.say("pages.tips.passphrase")
        << "<br><code id=\"tip-passphrase\"></code></p>\n<p>"_html
        << link(place, "/tips/status", place.say("pages.tips.follow"))
        << "</p>\n</section>\n<script type=\"module\" src=\""_html << asset_address("tips.js")
        << "\"></script>\n"_html;
}

// The competent ones, with a key or without.
void add_chosen(Html& out, const Place& place, const TipChoice& choice) {
    const bool any =
        std::ranges::any_of(choice.offices, [](const auto& each) { return each.key.has_value(); });
    out << "<h2>"_html << place.say("pages.tips.offices") << "</h2>\n<ul>\n"_html;
    for (const auto& office : choice.offices) {
        out << "<li>"_html << place.pick(office.authority->zh, office.authority->en);
        if (!office.key) {
            out << R"( <span class="quiet">)"_html << place.say("pages.tips.no_key")
                << "</span>"_html;
        }
        out << "</li>\n"_html;
    }
    out << "</ul>\n<p>"_html << place.say("pages.tips.other_ways") << "</p>\n"_html;
    if (!any) return;
    add_form(out, place, choice);
    add_done(out, place);
}

void add_input(Html& out, const Place& place, std::string_view name, std::string_view word) {
    out << R"(<div><label for=")"_html << name << R"(">)"_html << place.say(word)
        << R"(</label><input id=")"_html << name << R"(" name=")"_html << name
        << "\" type=\"text\" maxlength=\"60\" autocomplete=\"off\" required></div>\n"_html;
}

std::string word_of(std::string_view before, std::string_view name) {
    return "pages.tips." + std::string(before) + std::string(name);
}

void add_day(Html& out, const Place& place, std::string_view word, const std::optional<Date>& day) {
    if (day) fact(out, place.say(word), place.date(*day));
}

std::string name_of_authority(const Place& place, const std::string& code) {
    const auto found = place.catalogue.authorities.find(code);
    if (!found) return code;
    return std::string(place.pick((*found)->zh, (*found)->en));
}

void add_state(Html& out, const Place& place, const tips::Tip& tip) {
    out << "<section class=\"note\">\n<h2>"_html
        << place.say(word_of("state_", tips::name_of(tip.state)))
        << "</h2>\n<dl class=\"facts\">\n"_html;
    fact(out, place.say("pages.tips.office"), name_of_authority(place, tip.authority));
    add_day(out, place, "pages.tips.filed_on", tip.filed_on);
    add_day(out, place, "pages.tips.due_on", tip.due_on);
    add_day(out, place, "pages.tips.overdue_on", tip.overdue_on);
    add_day(out, place, "pages.tips.accepted_on", tip.accepted_on);
    add_day(out, place, "pages.tips.concluded_on", tip.concluded_on);
    if (!tip.ground.empty()) {
        fact(out, place.say("pages.tips.ground"), place.say(word_of("ground_", tip.ground)));
    }
    if (!tip.elsewhere.empty()) {
        fact(out, place.say("pages.tips.elsewhere"), name_of_authority(place, tip.elsewhere));
    }
    if (!tip.finding.empty()) {
        fact(out, place.say("pages.tips.finding"), place.say(word_of("finding_", tip.finding)));
    }
    fact(out, place.say("pages.tips.document"), chinese(place, tip.document_number));
    fact(out, place.say("pages.tips.answer"), chinese(place, tip.answer));
    out << "</dl>\n</section>\n"_html;
}

}  // namespace

std::string show_tips(const Place& place, const TipChoice& choice) {
    Html out;
    out << "<h1>"_html << place.say("pages.tips.title") << "</h1>\n<p class=\"lead\">"_html
        << place.say("pages.tips.lead") << "</p>\n<ul>\n"_html;
    for (const auto* const word : {"pages.tips.what", "pages.tips.not_what", "pages.tips.sealed",
                                   "pages.tips.known", "pages.tips.no_record"}) {
        out << "<li>"_html << place.say(word) << "</li>\n"_html;
    }
    out << "</ul>\n<p>"_html << link(place, "/tips/status", place.say("pages.tips.follow"))
        << "</p>\n"_html;
    add_choice(out, place, choice);
    if (!choice.domain.empty()) add_chosen(out, place, choice);
    return whole_page(
        place, {.title = place.say("pages.tips.title"), .room = room, .search = SearchBox::Hidden},
        out);
}

std::string show_tip_status(const Place& place, const TipFollowed& followed) {
    Html out;
    out << R"(<p class="crumb">)"_html << link(place, "/tips", place.say("pages.tips.title"))
        << "</p>\n<h1>"_html << place.say("pages.tips.follow") << "</h1>\n"_html;
    if (!followed.fault.empty()) {
        out << R"(<p class="fault" role="alert">)"_html << place.say(followed.fault)
            << "</p>\n"_html;
    }
    if (followed.tip) add_state(out, place, *followed.tip);
    out << R"(<form class="filters" method="post" action=")"_html << place.link("/tips/status")
        << "\">\n"_html;
    add_input(out, place, "receipt", "pages.tips.receipt");
    add_input(out, place, "passphrase", "pages.tips.passphrase");
    out << R"(<button type="submit">)"_html << place.say("pages.tips.look")
        << "</button>\n</form>\n<p class=\"quiet\">"_html << place.say("pages.tips.lost")
        << "</p>\n"_html;
    return whole_page(
        place, {.title = place.say("pages.tips.follow"), .room = room, .search = SearchBox::Hidden},
        out);
}

}  // namespace credit::pages
