#include "pages/data/data_page.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "catalogue/catalogue.h"
#include "catalogue/column.h"
#include "catalogue/record_kind.h"
#include "pages/html/frame.h"
#include "pages/html/html.h"
#include "pages/html/place.h"

namespace credit::pages {
namespace {

constexpr std::array<DataFile, 5> files{
    {{.name = "permits.csv", .kind = "permit", .title = "pages.subject.permits"},
     {.name = "penalties.csv", .kind = "penalty", .title = "pages.subject.penalties"},
     {.name = "commitments.csv", .kind = "commitment", .title = "pages.subject.commitments"},
     {.name = "honours.csv", .kind = "honour", .title = "pages.subject.honours"},
     {.name = "listings.csv", .kind = "", .title = "pages.subject.lists"}}};

// In every file, before the columns of the kind.
constexpr std::array<std::string_view, 8> common{
    "id",          "subject_name",    "unified_social_credit_code",
    "authority",   "document_number", "decided_on",
    "public_from", "public_through"};
constexpr std::array<std::string_view, 4> of_listings{"standard", "colour", "ground", "as_of"};

void add_file(Html& out, const Place& place, const DataFile& file) {
    out << "<li class=\"row\">\n<h3><a href=\"/data/"_html << file.name << R"(">)"_html
        << place.say(file.title) << " ("_html << file.name << ")</a></h3>\n<p class=\"quiet\">"_html
        << place.say("pages.data.columns") << "</p>\n<p class=\"codes\">"_html;
    bool first = true;
    for (const auto& column : header_of(place, file)) {
        if (!first) out << " · "_html;
        first = false;
        out << "<code>"_html << chinese(place, column) << "</code>"_html;
    }
    out << "</p>\n</li>\n"_html;
}

}  // namespace

std::span<const DataFile> data_files() {
    return files;
}

const DataFile* find_data_file(std::string_view name) {
    const auto* const found = std::ranges::find(files, name, &DataFile::name);
    return found == files.end() ? nullptr : found;
}

std::vector<std::string> header_of(const Place& place, const DataFile& file) {
    std::vector<std::string> header(common.begin(), common.end());
    if (file.kind.empty()) {
        header.insert(header.end(), of_listings.begin(), of_listings.end());
        return header;
    }
    const auto kind = place.catalogue.kinds.find(file.kind, place.day);
    if (!kind) return header;
    for (const auto& column : (*kind)->columns) {
        const bool open = column.visibility == catalogue::Visibility::Public;
        if (open) header.push_back(column.code + " " + column.header());
    }
    header.emplace_back("as_of");
    header.emplace_back("objection_pending");
    return header;
}

std::string show_data(const Place& place) {
    const auto title = place.say("pages.data.title");
    Html out;
    out << "<h1>"_html << title << "</h1>\n<p class=\"lead\">"_html << place.say("pages.data.lead")
        << "</p>\n<p>"_html << place.say("pages.data.form") << "</p>\n<p class=\"note\">"_html
        << place.say("pages.data.duty") << "</p>\n<h2>"_html << place.say("pages.data.files")
        << "</h2>\n<ul class=\"rows\">\n"_html;
    for (const auto& file : files) add_file(out, place, file);
    out << "</ul>\n<h2>"_html << place.say("pages.data.changes")
        << "</h2>\n<dl class=\"list\">\n"_html;
    fact(out, place.say("pages.data.first_day"), place.say("pages.data.first"));
    fact(out, place.say("pages.data.second_day"), place.say("pages.data.second"));
    out << "</dl>\n<p>"_html << place.say("pages.data.log") << R"( <a href="/docs">)"_html
        << place.say("pages.menu.interface") << "</a></p>\n"_html;
    return whole_page(place, {.title = title, .room = "pages.menu.data"}, out);
}

}  // namespace credit::pages
