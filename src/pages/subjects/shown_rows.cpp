#include "pages/subjects/shown_rows.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "catalogue/catalogue.h"
#include "catalogue/column.h"
#include "pages/html/frame.h"
#include "pages/html/html.h"
#include "pages/html/place.h"
#include "publicity/exposure.h"
#include "publicity/subject_view.h"

namespace credit::pages {
namespace {

using catalogue::ColumnRole;

// What says most about a record, by role, in this order.
constexpr std::array telling{ColumnRole::Content, ColumnRole::ConductType, ColumnRole::DocumentName,
                             ColumnRole::CertificateName};

void add_remedy(Html& out, const Place& place, std::string_view to) {
    fact(out, place.say("pages.row.remedy"), link(place, to, place.say("pages.row.remedy_way")));
}

}  // namespace

void add_mark(Html& out, std::string_view kind, std::string_view text) {
    out << R"( <span class="mark )"_html << kind << R"(">)"_html << text << "</span>"_html;
}

std::string_view value_of(const publicity::ShownRecord& record, ColumnRole role) {
    const auto found = std::ranges::find_if(record.columns, [role](const auto& column) {
        return column.role == role && !column.value.empty();
    });
    return found == record.columns.end() ? std::string_view() : std::string_view(found->value);
}

Html title_of(const Place& place, const publicity::ShownRecord& record) {
    for (const auto role : telling) {
        const auto value = value_of(record, role);
        if (!value.empty()) return chinese(place, value);
    }
    return either(place, record.kind_zh, record.kind_en);
}

Html authority_of(const Place& place, std::string_view code, std::string_view zh) {
    const auto office = place.catalogue.authorities.find(code);
    return either(place, zh, office ? std::string_view((*office)->en) : std::string_view());
}

void add_exposure(Html& out, const Place& place, const publicity::Exposure& exposure) {
    fact(out, place.say("pages.row.public_from"), place.date(exposure.from));
    fact(out, place.say("pages.row.public_through"),
         exposure.through ? place.date(*exposure.through) : place.say("pages.row.while_it_stands"));
}

// sd-social-credit-regulation-2020 art. 39: while it is verified it is marked wherever it is shown.
Html heading_of(const Place& place, const publicity::ShownRecord& record) {
    Html heading;
    heading << link(place, "/records/" + record.record_id, title_of(place, record));
    if (record.objected) add_mark(heading, "held", place.say("pages.row.objected"));
    return heading;
}

void add_row(Html& out, const Place& place, const publicity::ShownRecord& record) {
    out << "<li class=\"row\">\n<h3>"_html << heading_of(place, record) << "</h3>\n<dl>\n"_html;
    fact(out, place.say("pages.row.authority"),
         authority_of(place, record.authority, record.authority_zh));
    fact(out, place.say("pages.row.document"), chinese(place, record.document_number));
    fact(out, place.say("pages.row.decided"), place.date(record.decided_on));
    add_exposure(out, place, record.exposure);
    add_remedy(out, place, "/guides#object");
    out << "</dl>\n</li>\n"_html;
}

void add_row(Html& out, const Place& place, const publicity::ShownListing& listing) {
    const bool red = listing.colour == "red";
    out << R"(<li class="row )"_html << (red ? "honoured" : "listed") << "\">\n<h3>"_html
        << link(place, "/listings/" + listing.listing_id,
                either(place, listing.title_zh, listing.title_en));
    add_mark(out, red ? "good" : "bad", place.say(red ? "pages.list.red" : "pages.list.black"));
    out << "</h3>\n<dl>\n"_html;
    fact(out, place.say("pages.row.ground"), either(place, listing.ground_zh, listing.ground_en));
    fact(out, place.say("pages.row.list_authority"),
         authority_of(place, listing.authority, listing.authority_zh));
    fact(out, place.say("pages.row.document"), chinese(place, listing.document_number));
    fact(out, place.say("pages.row.listed_from"), place.date(listing.exposure.from));
    fact(out, place.say("pages.row.listed_through"),
         listing.exposure.through ? place.date(*listing.exposure.through)
                                  : place.say("pages.row.until_removed"));
    fact(out, place.say("pages.row.means"),
         link(place, "/lists/" + listing.standard, place.say("pages.row.means_way")));
    add_remedy(out, place, "/lists/" + listing.standard + "#remedy");
    out << "</dl>\n</li>\n"_html;
}

}  // namespace credit::pages
