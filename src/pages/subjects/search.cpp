#include "pages/subjects/search.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "foundation/clock.h"
#include "foundation/result.h"
#include "foundation/text.h"
#include "identity/identifier.h"
#include "pages/html/frame.h"
#include "pages/html/html.h"
#include "pages/html/place.h"
#include "pages/portal.h"
#include "sql/session.h"
#include "subjects/identifiers.h"

namespace credit::pages {
namespace {

constexpr std::size_t hits_max = 20;
constexpr std::size_t few_digits = 6;

// Mostly digits: a number, well formed or not, and no name.
bool is_number(std::string_view text) {
    const auto half = text::to_half_width(text);
    const auto digits = std::ranges::count_if(half, [](char c) { return c >= '0' && c <= '9'; });
    const bool ascii = std::ranges::all_of(half, [](char c) { return (c & 0x80) == 0; });
    return ascii && static_cast<std::size_t>(digits) >= few_digits;
}

std::string_view word_of(const Found& found) {
    switch (found.taken_for) {
        case TakenFor::Nothing:
            return "pages.search.taken_nothing";
        case TakenFor::Code:
            return "pages.search.taken_code";
        case TakenFor::OlderNumber:
            return "pages.search.taken_older";
        case TakenFor::Person:
            return "pages.search.taken_person";
        case TakenFor::Number:
            return "pages.search.taken_number";
        case TakenFor::Name:
            break;
    }
    return found.hits.empty() ? "pages.search.taken_name" : "pages.search.taken_name_found";
}

std::string_view title_of(const Found& found) {
    if (found.taken_for == TakenFor::Person) return "pages.search.person_title";
    return found.hits.empty() ? "pages.search.none_title" : "pages.search.some_title";
}

void add_hits(Html& out, const Place& place, const Portal& portal, const Found& found) {
    out << "<ul class=\"rows\">\n"_html;
    for (const auto& hit : found.hits) {
        out << "<li class=\"row\">\n<h2>"_html
            << link(place, "/subjects/" + portal.addresses.id_of(hit.subject),
                    chinese(place, hit.name))
            << "</h2>\n<dl>\n"_html;
        fact(out, place.say("pages.subject.code"), hit.subject.code());
        if (!hit.why.empty()) fact(out, place.say("pages.search.why"), place.say(hit.why));
        out << "</dl>\n</li>\n"_html;
    }
    out << "</ul>\n<p class=\"quiet\">"_html << place.say("pages.search.name_confirms_nothing")
        << "</p>\n"_html;
}

// For whoever looked for a person, known to the register or not.
void add_persons(Html& out, const Place& place) {
    out << "<section class=\"note\">\n<h2>"_html << place.say("pages.search.persons_title")
        << "</h2>\n<p>"_html << place.say("pages.search.persons") << "</p>\n<p>"_html
        << link(place, "/guides#mine", place.say("pages.search.persons_way"))
        << "</p>\n</section>\n"_html;
}

void add_help(Html& out, const Place& place) {
    out << "<section>\n<h2>"_html << place.say("pages.search.help_title")
        << "</h2>\n<ul>\n<li>"_html << place.say("pages.search.help_code") << "</li>\n<li>"_html
        << place.say("pages.search.help_name") << "</li>\n<li>"_html
        << place.say("pages.search.help_older") << "</li>\n</ul>\n</section>\n"_html;
}

}  // namespace

Result<Found> find(sql::Session& session, const subjects::Identifiers& identifiers,
                   const Portal& portal, std::string_view text, Date day) {
    const auto typed = text::trim(text);
    if (typed.empty()) return Found{};
    const auto identifier = identity::parse_identifier(typed, identifiers.reading(day));
    if (identifier && identifier->of_person()) return Found{.taken_for = TakenFor::Person};
    if (identifier) {
        const auto resolved = TRY(identifiers.resolve(session, *identifier, day));
        const bool code = identifier->code().has_value();
        const bool organisation = resolved && !resolved->key.of_person();
        return Found{.taken_for = code ? TakenFor::Code : TakenFor::OlderNumber,
                     .subject = organisation ? std::optional(resolved->key) : std::nullopt};
    }
    if (is_number(typed)) return Found{.taken_for = TakenFor::Number};
    return Found{.taken_for = TakenFor::Name, .hits = TRY(portal.find_by_name(typed, hits_max))};
}

std::string show_results(const Place& place, const Portal& portal, const Found& found) {
    const auto title = place.say(title_of(found));
    Html out;
    out << "<h1>"_html << title << "</h1>\n<p class=\"lead\">"_html << place.say(word_of(found))
        << "</p>\n"_html;
    if (!found.hits.empty()) {
        add_hits(out, place, portal, found);
        return whole_page(place, {.title = title}, out);
    }
    if (found.taken_for == TakenFor::Person || found.taken_for == TakenFor::Name ||
        found.taken_for == TakenFor::Number) {
        add_persons(out, place);
    }
    add_help(out, place);
    return whole_page(place, {.title = title}, out);
}

std::string show_search(const Place& place) {
    const auto title = place.say("pages.search.title");
    Html out;
    out << "<h1>"_html << title << "</h1>\n"_html << search_box(place, "pages.search.label");
    add_help(out, place);
    return whole_page(place, {.title = title, .search = SearchBox::Hidden}, out);
}

}  // namespace credit::pages
