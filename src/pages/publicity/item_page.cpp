#include "pages/publicity/item_page.h"

#include <algorithm>
#include <expected>
#include <string>
#include <string_view>

#include "catalogue/catalogue.h"
#include "catalogue/code_list.h"
#include "catalogue/column.h"
#include "catalogue/record_kind.h"
#include "foundation/result.h"
#include "identity/subject_key.h"
#include "law/citation.h"
#include "lists/listing_register.h"
#include "pages/html/frame.h"
#include "pages/html/html.h"
#include "pages/html/place.h"
#include "pages/portal.h"
#include "pages/subjects/shown_rows.h"
#include "publicity/exposure.h"
#include "publicity/subject_view.h"
#include "records/record_register.h"
#include "sql/session.h"

namespace credit::pages {
namespace {

std::unexpected<Error> no_such_record() {
    return fail(ErrorCode::NotFound, "pages.no_such_record");
}

// What the public sees of whoever the item is about; nothing of a person.
Result<publicity::SubjectView> view_of_home(sql::Session& session, const Place& place,
                                            const Result<std::string>& home) {
    if (!home && home.error().code == ErrorCode::NotFound) return no_such_record();
    if (!home) return std::unexpected(home.error());
    const auto key = TRY(identity::SubjectKey::parse(*home));
    if (key.of_person()) return no_such_record();
    return publicity::view_subject(session, place.catalogue, place.law,
                                   {.subject = key, .day = place.day});
}

ItemOf item_of(const publicity::SubjectView& view, const Portal& portal, const std::string& home) {
    const auto key = identity::SubjectKey::parse(home);
    return {.subject_name = view.name,
            .subject_code = view.code,
            .subject_id = key ? portal.addresses.id_of(*key) : std::string()};
}

void add_heading(Html& out, const Place& place, const ItemOf& of, const Html& kind,
                 const Html& title) {
    out << R"(<p class="crumb">)"_html
        << link(place, "/subjects/" + of.subject_id, chinese(place, of.subject_name)) << " · "_html
        << kind << "</p>\n<h1>"_html << title << "</h1>\n"_html;
}

// In Chinese the header of the published table; in English what the column means.
Html label_of(const Place& place, const publicity::ShownColumn& column) {
    Html label;
    const auto word = "pages.role." + std::string(catalogue::name_of(column.role));
    if (place.english() && place.words.find(word) != nullptr)
        return label << place.say(word), label;
    return chinese(place, column.header);
}

// What a code of a code list means; the text itself where it is none.
void add_code(Html& out, const Place& place, const catalogue::CodeList& list,
              std::string_view code) {
    const auto mark = code.find('-');
    const auto* const item = list.find(code.substr(0, mark));
    if (item == nullptr) {
        out << chinese(place, code);
        return;
    }
    out << either(place, item->zh, item->en);
    if (mark != std::string_view::npos) out << " "_html << chinese(place, code.substr(mark));
}

// Several codes of one cell stand with a mark between them, what 其他 stands for behind a dash.
void add_value(Html& out, const Place& place, std::string_view kind,
               const publicity::ShownColumn& shown) {
    constexpr char mark = ';';
    for (const auto& version : place.catalogue.kinds.all()) {
        const auto* const column = version.id == kind ? version.find_column(shown.code) : nullptr;
        if (column == nullptr || column->code_list.empty()) continue;
        const auto list = place.catalogue.codes.find(column->code_list);
        if (!list) continue;
        std::string_view rest = shown.value;
        for (auto end = rest.find(mark); end != std::string_view::npos; end = rest.find(mark)) {
            add_code(out, place, **list, rest.substr(0, end));
            out << place.say("pages.lore.comma");
            rest.remove_prefix(end + 1);
        }
        add_code(out, place, **list, rest);
        return;
    }
    out << chinese(place, shown.value);
}

void add_columns(Html& out, const Place& place, const publicity::ShownRecord& record) {
    out << "<table class=\"columns\">\n<caption>"_html << place.say("pages.item.as_filed")
        << "</caption>\n<tbody>\n"_html;
    for (const auto& column : record.columns) {
        out << R"(<tr><th scope="row">)"_html << label_of(place, column) << "</th><td>"_html;
        if (column.waits || column.kept) {
            const Ground why{.word = column.waits ? "publicity.waits_for_officer"
                                                  : "publicity.kept_closed"};
            out << "<em>"_html << place.words.tell(why, place.variant.language).what
                << "</em>"_html;
        } else {
            add_value(out, place, record.kind, column);
        }
        out << "</td></tr>\n"_html;
    }
    out << "</tbody>\n</table>\n"_html;
}

// Why it is public, and what ends that.
void add_why(Html& out, const Place& place, const publicity::Exposure& exposure) {
    const auto told = place.words.tell({.word = exposure.why}, place.variant.language);
    fact(out, place.say("pages.item.why"), told.what);
    if (!exposure.article.empty()) {
        auto citation = law::parse_citation(exposure.article);
        const auto* const instrument = place.law.instrument(citation.instrument);
        if (instrument != nullptr) citation.status = instrument->text_status;
        fact(out, place.say("pages.item.article"), place.cite(citation));
    }
}

void add_remedies(Html& out, const Place& place) {
    out << "<section id=\"remedy\" class=\"note\">\n<h2>"_html
        << place.say("pages.item.remedy_title") << "</h2>\n<p>"_html
        << place.say("pages.item.remedy") << "</p>\n<p>"_html
        << link(place, "/guides#object", place.say("pages.item.object")) << " · "_html
        << link(place, "/guides#repair", place.say("pages.item.repair"))
        << "</p>\n</section>\n"_html;
}

}  // namespace

Result<RecordItem> read_record(sql::Session& session, const Place& place, const Portal& portal,
                               std::string_view record_id) {
    const auto home = records::RecordRegister(session).home_of(record_id);
    const auto view = TRY(view_of_home(session, place, home));
    const auto found =
        std::ranges::find(view.records, record_id, &publicity::ShownRecord::record_id);
    if (found == view.records.end()) return no_such_record();
    return RecordItem{.of = item_of(view, portal, *home), .record = *found};
}

Result<ListingItem> read_listing(sql::Session& session, const Place& place, const Portal& portal,
                                 std::string_view listing_id) {
    const auto home = lists::ListingRegister(session).home_of(listing_id);
    const auto view = TRY(view_of_home(session, place, home));
    const auto found =
        std::ranges::find(view.listings, listing_id, &publicity::ShownListing::listing_id);
    if (found == view.listings.end()) return no_such_record();
    return ListingItem{.of = item_of(view, portal, *home), .listing = *found};
}

std::string show_record(const Place& place, const RecordItem& item) {
    const auto& record = item.record;
    Html out;
    add_heading(out, place, item.of, either(place, record.kind_zh, record.kind_en),
                title_of(place, record));
    if (record.objected) {
        out << R"(<p class="fault">)"_html << place.say("pages.item.objected") << "</p>\n"_html;
    }
    out << "<dl class=\"facts\">\n"_html;
    fact(out, place.say("pages.subject.code"), item.of.subject_code);
    fact(out, place.say("pages.row.authority"),
         authority_of(place, record.authority, record.authority_zh));
    fact(out, place.say("pages.row.document"), chinese(place, record.document_number));
    fact(out, place.say("pages.row.decided"), place.date(record.decided_on));
    add_exposure(out, place, record.exposure);
    add_why(out, place, record.exposure);
    out << "</dl>\n"_html;
    add_columns(out, place, record);
    add_remedies(out, place);
    out << R"(<p class="quiet">)"_html << place.say("pages.item.number", {record.record_id})
        << " · <a href=\"/records/"_html << record.record_id << "/json\">JSON</a></p>\n"_html;
    return whole_page(place,
                      {.title = place.say("pages.item.title",
                                          {std::string(place.pick(record.kind_zh, record.kind_en)),
                                           item.of.subject_name})},
                      out);
}

std::string show_listing(const Place& place, const ListingItem& item) {
    const auto& listing = item.listing;
    Html out;
    add_heading(out, place, item.of, chinese(place, place.say("pages.item.listing")),
                either(place, listing.title_zh, listing.title_en));
    out << "<ul class=\"rows\">\n"_html;
    add_row(out, place, listing);
    out << "</ul>\n<dl class=\"facts\">\n"_html;
    fact(out, place.say("pages.subject.code"), item.of.subject_code);
    add_why(out, place, listing.exposure);
    out << "</dl>\n"_html;
    add_remedies(out, place);
    out << R"(<p class="quiet">)"_html << place.say("pages.item.number", {listing.listing_id})
        << "</p>\n"_html;
    return whole_page(
        place,
        {.title = place.say(
             "pages.item.title",
             {std::string(place.pick(listing.title_zh, listing.title_en)), item.of.subject_name}),
         .room = "pages.menu.lists"},
        out);
}

}  // namespace credit::pages
