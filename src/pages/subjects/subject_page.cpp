#include "pages/subjects/subject_page.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "catalogue/catalogue.h"
#include "catalogue/offices/region.h"
#include "foundation/result.h"
#include "identity/subject_key.h"
#include "identity/subject_kind.h"
#include "pages/html/frame.h"
#include "pages/html/html.h"
#include "pages/html/place.h"
#include "pages/subjects/shown_rows.h"
#include "pages/subjects/shown_successions.h"
#include "pages/subjects/subject_address.h"
#include "publicity/subject_view.h"
#include "sql/session.h"
#include "subjects/subject.h"
#include "subjects/subject_register.h"

namespace credit::pages {
namespace {

using publicity::ShownListing;
using publicity::ShownRecord;

// A part of the page: which kinds of record stand in it.
struct Part {
    std::string_view anchor;
    std::string_view title;
    std::string_view none;
    std::string_view kind;

    // The rows of the table stand as a table does.
    constexpr Part(std::string_view at, std::string_view head, std::string_view nothing,
                   std::string_view of)
        : anchor(at), title(head), none(nothing), kind(of) {}
};

constexpr std::array<Part, 5> parts{
    {{"permits", "pages.subject.permits", "pages.subject.no_permits", "permit"},
     {"penalties", "pages.subject.penalties", "pages.subject.no_penalties", "penalty"},
     {"commitments", "pages.subject.commitments", "pages.subject.no_commitments", "commitment"},
     {"honours", "pages.subject.honours", "pages.subject.no_honours", "honour"},
     {"registration", "pages.subject.registration", "pages.subject.no_registration",
      "registration"}}};

// What stands in no part of its own: listings decided elsewhere, and kinds still to come.
bool stands_elsewhere(const ShownRecord& record) {
    return std::ranges::find(parts, record.kind, &Part::kind) == parts.end();
}

std::size_t count_of(const SubjectPage& page, std::string_view kind) {
    return static_cast<std::size_t>(
        std::ranges::count(page.view.records, kind, &ShownRecord::kind));
}

std::size_t count_listed(const SubjectPage& page) {
    return page.view.listings.size() +
           static_cast<std::size_t>(std::ranges::count_if(page.view.records, stands_elsewhere));
}

std::string_view kind_word(identity::SubjectKind kind) {
    switch (kind) {
        case identity::SubjectKind::LegalPerson:
            return "pages.kind.legal_person";
        case identity::SubjectKind::OtherOrganisation:
            return "pages.kind.other_organisation";
        case identity::SubjectKind::IndividualBusiness:
            return "pages.kind.individual_business";
        case identity::SubjectKind::NaturalPerson:
            break;
    }
    return "pages.kind.natural_person";
}

Html region_of(const Place& place, const std::string& code) {
    const auto region = place.catalogue.regions.find(code);
    if (!region) return Html() << place.say("pages.subject.no_region", {code});
    auto text = (*region)->zh;
    const auto parent = place.catalogue.regions.find((*region)->parent);
    if (parent && (*parent)->level == catalogue::RegionLevel::City) text = (*parent)->zh + text;
    return chinese(place, text);
}

Html state_of(const Place& place, const std::string& code) {
    const auto list = place.catalogue.codes.find("registration_state");
    const auto* const item = list ? (*list)->find(code) : nullptr;
    if (item == nullptr) return either(place, code, code);
    return either(place, item->zh, item->en);
}

void add_heading(Html& out, const Place& place, const SubjectPage& page) {
    out << "<h1>"_html << chinese(place, page.view.name) << "</h1>\n<dl class=\"facts\">\n"_html;
    fact(out, place.say("pages.subject.code"), page.view.code);
    fact(out, place.say("pages.subject.kind"), place.say(kind_word(page.subject.kind)));
    fact(out, place.say("pages.subject.region"), region_of(place, page.subject.region));
    if (!page.view.state.empty()) {
        fact(out, place.say("pages.subject.state"), state_of(place, page.view.state));
    }
    for (const auto& name : page.names) {
        if (!name.validity.holds_on(place.day)) {
            fact(out, place.say("pages.subject.former_name"), chinese(place, name.name));
        }
    }
    fact(out, place.say("pages.subject.known_of"), place.date(page.subject.as_of));
    fact(out, place.say("pages.subject.data_of"), place.date(place.day));
    out << "</dl>\n"_html;
}

// In one sentence, what is in force today; above all the rest.
void add_today(Html& out, const Place& place, const SubjectPage& page) {
    const bool black = std::ranges::any_of(page.view.listings, [](const ShownListing& listing) {
        return listing.colour != "red" && listing.in_force && !listing.held;
    });
    out << R"(<section id="today" class="today )"_html << (black ? "listed" : "clear")
        << "\">\n<h2>"_html
        << place.say(black ? "pages.subject.today_listed" : "pages.subject.today_not_listed",
                     {place.date(place.day)})
        << "</h2>\n<p>"_html
        << place.say(black ? "pages.subject.listed_means" : "pages.subject.not_listed_means")
        << "</p>\n</section>\n"_html;
}

void add_way(Html& out, std::string_view anchor, std::string_view title, std::size_t count) {
    out << R"(<li><a href="#)"_html << anchor << R"(">)"_html << title
        << R"( <span class="count">)"_html << count << "</span></a></li>\n"_html;
}

void add_contents(Html& out, const Place& place, const SubjectPage& page) {
    out << R"(<nav class="parts" aria-label=")"_html << place.say("pages.subject.parts")
        << "\">\n<ul>\n"_html;
    add_way(out, "lists", place.say("pages.subject.lists"), count_listed(page));
    for (const auto& part : parts) {
        add_way(out, part.anchor, place.say(part.title), count_of(page, part.kind));
    }
    out << "</ul>\n</nav>\n"_html;
}

void open_part(Html& out, std::string_view anchor, std::string_view title) {
    out << R"(<section id=")"_html << anchor << "\">\n<h2>"_html << title << "</h2>\n"_html;
}

void add_lists(Html& out, const Place& place, const SubjectPage& page) {
    open_part(out, "lists", place.say("pages.subject.lists"));
    if (count_listed(page) == 0) {
        out << R"(<p class="none">)"_html << place.say("pages.subject.no_lists") << "</p>\n"_html;
    } else {
        out << "<ul class=\"rows\">\n"_html;
        for (const auto& listing : page.view.listings) add_row(out, place, listing);
        for (const auto& record : page.view.records) {
            if (stands_elsewhere(record)) add_row(out, place, record);
        }
        out << "</ul>\n"_html;
    }
    out << R"(<p class="quiet">)"_html << place.say("pages.subject.ended_lists")
        << "</p>\n</section>\n"_html;
}

void add_part(Html& out, const Place& place, const SubjectPage& page, const Part& part) {
    open_part(out, part.anchor, place.say(part.title));
    if (count_of(page, part.kind) == 0) {
        out << R"(<p class="none">)"_html << place.say(part.none) << "</p>\n</section>\n"_html;
        return;
    }
    out << "<ul class=\"rows\">\n"_html;
    for (const auto& record : page.view.records) {
        if (record.kind == part.kind) add_row(out, place, record);
    }
    out << "</ul>\n</section>\n"_html;
}

}  // namespace

Result<SubjectPage> read_subject(sql::Session& session, const Place& place,
                                 const identity::SubjectKey& key) {
    const auto nothing = [] { return fail(ErrorCode::NotFound, "pages.no_such_subject"); };
    if (key.of_person()) return nothing();
    subjects::SubjectRegister subjects(session);
    const auto subject = TRY(subjects.find(key));
    if (!subject) return nothing();
    auto view = TRY(publicity::view_subject(
        session, place.catalogue, place.law,
        {.subject = key, .viewer = publicity::Viewer::Public, .day = place.day}));
    if (view.standing != publicity::Standing::Shown) return nothing();
    return SubjectPage{
        .subject = *subject, .names = TRY(subjects.names(key)), .view = std::move(view)};
}

std::string show_subject(const Place& place, const SubjectAddress& addresses,
                         const SubjectPage& page) {
    Html out;
    add_heading(out, place, page);
    add_today(out, place, page);
    add_successions(out, place, addresses, page.view.successions);
    add_contents(out, place, page);
    add_lists(out, place, page);
    for (const auto& part : parts) add_part(out, place, page, part);
    out << R"(<p class="wrong">)"_html
        << link(place, "/guides#object", place.say("pages.subject.wrong")) << "</p>\n"_html;
    return whole_page(place, {.title = page.view.name}, out);
}

}  // namespace credit::pages
