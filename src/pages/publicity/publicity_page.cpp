#include "pages/publicity/publicity_page.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <string_view>

#include "catalogue/catalogue.h"
#include "catalogue/offices/region.h"
#include "pages/html/frame.h"
#include "pages/html/html.h"
#include "pages/html/place.h"
#include "pages/publicity/newest.h"
#include "pages/subjects/shown_rows.h"

namespace credit::pages {
namespace {

constexpr std::array<PublicKind, 4> kinds{
    {{.path = "permits", .kind = "permit", .title = "pages.subject.permits"},
     {.path = "penalties", .kind = "penalty", .title = "pages.subject.penalties"},
     {.path = "commitments", .kind = "commitment", .title = "pages.subject.commitments"},
     {.path = "honours", .kind = "honour", .title = "pages.subject.honours"}}};

void add_kinds(Html& out, const Place& place, std::string_view current) {
    out << R"(<nav class="parts" aria-label=")"_html << place.say("pages.publicity.kinds")
        << "\">\n<ul>\n"_html;
    for (const auto& kind : kinds) {
        out << R"(<li><a href=")"_html << place.link("/publicity/" + std::string(kind.path))
            << R"(")"_html;
        if (kind.path == current) out << R"( aria-current="page")"_html;
        out << ">"_html << place.say(kind.title) << "</a></li>\n"_html;
    }
    out << "</ul>\n</nav>\n"_html;
}

void add_option(Html& out, std::string_view value, const Html& text, std::string_view chosen) {
    out << R"(<option value=")"_html << value << R"(")"_html;
    if (value == chosen) out << " selected"_html;
    out << ">"_html << text << "</option>\n"_html;
}

void open_choice(Html& out, const Place& place, std::string_view name, std::string_view label) {
    out << "<div>\n<label for=\""_html << name << R"(">)"_html << label
        << "</label>\n<select id=\""_html << name << R"(" name=")"_html << name
        << "\">\n<option value=\"\">"_html << place.say("pages.publicity.any")
        << "</option>\n"_html;
}

void add_authorities(Html& out, const Place& place, const Filter& filter) {
    open_choice(out, place, "authority", place.say("pages.publicity.authority"));
    for (const auto& office : place.catalogue.authorities.all()) {
        // A bank decides nothing that is made public.
        if (!office.validity.covers(place.day) || office.is_body()) continue;
        Html name;
        name << place.pick(office.zh, office.en);
        add_option(out, office.code, name, filter.authority);
    }
    out << "</select>\n</div>\n"_html;
}

void add_cities(Html& out, const Place& place, const Filter& filter) {
    open_choice(out, place, "city", place.say("pages.publicity.city"));
    for (const auto* const city :
         place.catalogue.regions.at_level(catalogue::RegionLevel::City, place.day)) {
        Html name;
        name << place.pick(city->zh, city->en);
        add_option(out, city->code, name, filter.city);
    }
    out << "</select>\n</div>\n"_html;
}

void add_day(Html& out, std::string_view name, std::string_view label, std::string_view value) {
    out << "<div>\n<label for=\""_html << name << R"(">)"_html << label << "</label>\n"_html
        << R"(<input id=")"_html << name << R"(" name=")"_html << name << R"(" value=")"_html
        << value
        << "\" type=\"text\" inputmode=\"numeric\" autocomplete=\"off\" maxlength=\"20\">\n"_html
        << "</div>\n"_html;
}

void add_filter(Html& out, const Place& place, const PublicKind& kind, const Filter& filter) {
    out << R"(<form class="filters" method="get" action=")"_html
        << place.link("/publicity/" + std::string(kind.path)) << "\">\n"_html;
    add_authorities(out, place, filter);
    add_cities(out, place, filter);
    add_day(out, "from", place.say("pages.publicity.from"), filter.from);
    add_day(out, "through", place.say("pages.publicity.through"), filter.through);
    out << R"(<button type="submit">)"_html << place.say("pages.publicity.show")
        << "</button>\n<p class=\"quiet\">"_html << place.say("pages.publicity.days_help")
        << "</p>\n</form>\n"_html;
    if (!filter.fault.empty()) {
        out << R"(<p class="fault" role="alert">)"_html << place.say(filter.fault) << "</p>\n"_html;
    }
}

void add_next(Html& out, const Place& place, const PublicKind& kind, const Filter& filter,
              const After& next) {
    const auto query = filter.query();
    out << R"(<p class="more"><a class="button" rel="next" href=")"_html
        << place.link("/publicity/" + std::string(kind.path)) << "?"_html << query
        << (query.empty() ? "" : "&") << "cursor="_html << next.text() << R"(">)"_html
        << place.say("pages.publicity.more") << "</a></p>\n"_html;
}

}  // namespace

std::span<const PublicKind> public_kinds() {
    return kinds;
}

const PublicKind* find_public_kind(std::string_view path) {
    const auto* const found = std::ranges::find(kinds, path, &PublicKind::path);
    return found == kinds.end() ? nullptr : found;
}

// Its values were read before: codes and days, which need no escaping in an address.
std::string Filter::query() const {
    std::string text;
    const auto add = [&text](std::string_view name, const std::string& value) {
        if (value.empty()) return;
        if (!text.empty()) text += '&';
        text.append(name).append("=").append(value);
    };
    add("authority", authority);
    add("city", city);
    add("from", from);
    add("through", through);
    return text;
}

void add_new_record(Html& out, const Place& place, const NewRecord& record) {
    out << "<li class=\"row\">\n<h3>"_html << heading_of(place, record.record)
        << "</h3>\n<dl>\n"_html;
    fact(out, place.say("pages.publicity.subject"),
         link(place, "/subjects/" + record.subject_id, chinese(place, record.subject_name)));
    fact(out, place.say("pages.row.authority"),
         authority_of(place, record.record.authority, record.record.authority_zh));
    fact(out, place.say("pages.row.document"), chinese(place, record.record.document_number));
    fact(out, place.say("pages.row.decided"), place.date(record.record.decided_on));
    fact(out, place.say("pages.publicity.filed"), place.date(record.filed_on));
    fact(out, place.say("pages.row.public_through"),
         record.record.exposure.through ? place.date(*record.record.exposure.through)
                                        : place.say("pages.row.while_it_stands"));
    out << "</dl>\n</li>\n"_html;
}

std::string show_publicity(const Place& place, const PublicKind& kind, const Filter& filter,
                           const Newest& newest) {
    const auto title = place.say("pages.publicity.title", {place.say(kind.title)});
    Html out;
    out << "<h1>"_html << title << "</h1>\n<p class=\"lead\">"_html
        << place.say("pages.publicity.lead") << "</p>\n"_html;
    add_kinds(out, place, kind.path);
    add_filter(out, place, kind, filter);
    if (newest.records.empty()) {
        out << R"(<p class="none">)"_html
            << place.say(newest.next ? "pages.publicity.none_so_far" : "pages.publicity.none")
            << "</p>\n"_html;
    } else {
        out << "<h2>"_html << place.say("pages.publicity.latest_first")
            << "</h2>\n<ul class=\"rows\">\n"_html;
        for (const auto& record : newest.records) add_new_record(out, place, record);
        out << "</ul>\n"_html;
    }
    if (newest.next) add_next(out, place, kind, filter, *newest.next);
    return whole_page(place, {.title = title, .room = "pages.menu.publicity"}, out);
}

}  // namespace credit::pages
