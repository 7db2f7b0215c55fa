#include "pages/lore/law_page.h"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include "catalogue/amended/agreement.h"
#include "catalogue/code_list.h"
#include "catalogue/validity.h"
#include "law/instrument.h"
#include "law/library.h"
#include "law/parameter.h"
#include "pages/html/frame.h"
#include "pages/html/html.h"
#include "pages/html/place.h"
#include "pages/lore/bases.h"

namespace credit::pages {
namespace {

struct LevelName {
    law::Level level;
    std::string_view word;

    // The rows of the table stand as a table does.
    constexpr LevelName(law::Level of, std::string_view said) : level(of), word(said) {}
};

constexpr std::array<LevelName, 9> levels{
    {{law::Level::Law, "pages.law.law"},
     {law::Level::AdministrativeRegulation, "pages.law.administrative_regulation"},
     {law::Level::CentralPolicy, "pages.law.central_policy"},
     {law::Level::JudicialInterpretation, "pages.law.judicial_interpretation"},
     {law::Level::DepartmentalRule, "pages.law.departmental_rule"},
     {law::Level::LocalRegulation, "pages.law.local_regulation"},
     {law::Level::ProvincialPolicy, "pages.law.provincial_policy"},
     {law::Level::Normative, "pages.law.normative"},
     {law::Level::Standard, "pages.law.standard"}}};

std::string_view status_word(law::TextStatus status) {
    switch (status) {
        case law::TextStatus::Verified:
            return "pages.law.verified";
        case law::TextStatus::Reported:
            return "pages.law.reported";
        case law::TextStatus::Unknown:
            break;
    }
    return "pages.law.unknown";
}

void add_status(Html& out, const Place& place, law::TextStatus status) {
    out << R"(<td class="status )"_html << law::name_of(status) << R"(">)"_html
        << place.say(status_word(status)) << "</td>"_html;
}

void add_instrument(Html& out, const Place& place, const law::Instrument& instrument) {
    const catalogue::Validity days{.from = instrument.from, .through = instrument.through};
    auto text = validity_of(place, days);
    if (text.empty()) text = place.say("pages.law.day_unknown");
    out << R"(<tr><th scope="row">)"_html << either(place, instrument.title, instrument.title_en);
    if (!instrument.number.empty()) {
        out << R"( <span class="quiet">)"_html << chinese(place, instrument.number)
            << "</span>"_html;
    }
    out << "</th><td>"_html << text << "</td>"_html;
    add_status(out, place, instrument.text_status);
    out << "</tr>\n"_html;
}

void add_level(Html& out, const Place& place, const LevelName& level) {
    out << "<table class=\"lore\">\n<caption>"_html << place.say(level.word)
        << "</caption>\n<thead>\n<tr><th scope=\"col\">"_html << place.say("pages.law.text")
        << R"(</th><th scope="col">)"_html << place.say("pages.law.in_force")
        << R"(</th><th scope="col">)"_html << place.say("pages.law.checked")
        << "</th></tr>\n</thead>\n<tbody>\n"_html;
    for (const auto& instrument : place.law.instruments()) {
        const bool here = instrument.level == level.level && instrument.applies_in_shandong();
        if (here) add_instrument(out, place, instrument);
    }
    out << "</tbody>\n</table>\n"_html;
}

std::string value_of(const Place& place, const law::Parameter& parameter) {
    if (const auto* const period = std::get_if<law::Period>(&parameter.value)) {
        return length_of(place, *period);
    }
    return std::to_string(std::get<std::int64_t>(parameter.value));
}

void add_parameter(Html& out, const Place& place, const law::Parameter& parameter) {
    const catalogue::Validity days{.from = parameter.from, .through = parameter.through};
    out << R"(<tr><th scope="row">)"_html << either(place, parameter.rule_zh, parameter.rule)
        << "</th><td>"_html << value_of(place, parameter) << "</td><td>"_html
        << (place.english() ? place.law.english(parameter.citation)
                            : place.law.chinese(parameter.citation))
        << "</td><td>"_html << validity_of(place, days) << "</td>"_html;
    add_status(out, place, parameter.citation.status);
    out << "</tr>\n"_html;
}

void add_ways(Html& out, const Place& place) {
    out << "<ul class=\"tasks\">\n"_html;
    for (const auto& [path, word] : {std::pair{"/measures", "pages.measures.title"},
                                     {"/lists", "pages.lists.title"},
                                     {"/law/periods", "pages.law.periods_title"}}) {
        out << "<li>\n<h2>"_html << link(place, path, place.say(word)) << "</h2>\n</li>\n"_html;
    }
    out << "</ul>\n"_html;
}

void add_agreement(Html& out, const Place& place, const catalogue::Agreement& agreement) {
    const auto list = place.catalogue.codes.find("evaluation_category");
    out << R"(<tr><th scope="row">)"_html << chinese(place, agreement.title)
        << R"( <span class="quiet">)"_html << chinese(place, agreement.document_number)
        << "</span></th><td>"_html << chinese(place, agreement.region_name) << "</td><td>"_html;
    bool first = true;
    for (const auto& category : agreement.categories) {
        const auto* const item = list ? (*list)->find(category) : nullptr;
        if (!first) out << place.say("pages.law.and");
        first = false;
        if (item != nullptr) out << either(place, item->zh, item->en);
    }
    out << "</td><td>"_html
        << validity_of(place, {.from = agreement.from, .through = agreement.through})
        << "</td></tr>\n"_html;
}

// luzhengfa-2017-44 item 17: whose evaluations count here, and by which agreement.
void add_agreements(Html& out, const Place& place) {
    const auto agreements = place.catalogue.agreements.all();
    if (agreements.empty()) return;
    out << "<table class=\"lore\">\n<caption>"_html << place.say("pages.law.agreements")
        << "</caption>\n<thead>\n<tr><th scope=\"col\">"_html << place.say("pages.law.text")
        << R"(</th><th scope="col">)"_html << place.say("pages.law.other_side")
        << R"(</th><th scope="col">)"_html << place.say("pages.law.recognised")
        << R"(</th><th scope="col">)"_html << place.say("pages.law.in_force")
        << "</th></tr>\n</thead>\n<tbody>\n"_html;
    for (const auto& agreement : agreements) add_agreement(out, place, agreement);
    out << "</tbody>\n</table>\n"_html;
}

}  // namespace

std::string show_law(const Place& place) {
    const auto title = place.say("pages.law.title");
    Html out;
    out << "<h1>"_html << title << "</h1>\n<p class=\"lead\">"_html << place.say("pages.law.lead")
        << "</p>\n"_html;
    add_ways(out, place);
    out << "<h2>"_html << place.say("pages.law.texts") << "</h2>\n<p>"_html
        << place.say("pages.law.status_means") << "</p>\n"_html;
    for (const auto& level : levels) add_level(out, place, level);
    add_agreements(out, place);
    return whole_page(place, {.title = title, .room = "pages.menu.law"}, out);
}

std::string show_periods(const Place& place) {
    const auto title = place.say("pages.law.periods_title");
    Html out;
    out << R"(<p class="crumb">)"_html << link(place, "/law", place.say("pages.law.title"))
        << "</p>\n<h1>"_html << title << "</h1>\n<p class=\"lead\">"_html
        << place.say("pages.law.periods_lead") << "</p>\n<table class=\"lore\">\n<caption>"_html
        << title << "</caption>\n<thead>\n<tr><th scope=\"col\">"_html
        << place.say("pages.law.rule") << R"(</th><th scope="col">)"_html
        << place.say("pages.law.length") << R"(</th><th scope="col">)"_html
        << place.say("pages.lore.basis") << R"(</th><th scope="col">)"_html
        << place.say("pages.law.in_force") << R"(</th><th scope="col">)"_html
        << place.say("pages.law.checked") << "</th></tr>\n</thead>\n<tbody>\n"_html;
    for (const auto& parameter : place.law.parameters()) add_parameter(out, place, parameter);
    out << "</tbody>\n</table>\n"_html;
    return whole_page(place, {.title = title, .room = "pages.menu.law"}, out);
}

}  // namespace credit::pages
