#include "http/records/what_waits.h"

#include <charconv>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#include "calendar/date_text.h"
#include "desk/desk.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "http/catalogue/page.h"
#include "http/context.h"
#include "http/message.h"
#include "http/records/own_authority.h"
#include "identity/subject_key.h"
#include "publicity/exposure.h"
#include "publicity/leak_detector.h"
#include "publicity/shown_record.h"
#include "publicity/subject_view.h"
#include "publicity/text_review.h"
#include "records/quarantine/quarantine.h"
#include "records/record.h"
#include "sql/pool.h"
#include "sql/session.h"
#include "subjects/subject.h"
#include "words/catalogue.h"
#include "words/sentence.h"

namespace credit::http {
namespace {

JsonObject place_of(const records::Record& record) {
    return {{"record", record.record_id},
            {"submission", record.submission_id},
            {"row", record.row_number},
            {"kind", record.kind},
            {"document_number", record.document_number},
            {"decided_on", calendar::to_text(record.decided_on)}};
}

JsonObject json_of(const records::QuarantinedRow& row, const words::Catalogue& words) {
    auto object = place_of(row.record);
    const Ground ground{.word = row.reason};
    object["why"] = row.reason;
    object["why_zh"] = words.tell(ground, words::Language::Chinese).what;
    object["why_en"] = words.tell(ground, words::Language::English).what;
    return object;
}

// "submission row", as the cursor of withheld texts holds it.
Result<publicity::FilingPlace> read_place(std::string_view cursor) {
    publicity::FilingPlace place;
    if (cursor.empty()) return place;
    const auto space = cursor.find(' ');
    const auto digits =
        space == std::string_view::npos ? std::string_view() : cursor.substr(space + 1);
    const auto read = std::from_chars(digits.begin(), digits.end(), place.row_number);
    if (digits.empty() || read.ec != std::errc() || read.ptr != digits.end()) {
        return fail(ErrorCode::InvalidInput, "http.not_a_cursor", {}, "cursor");
    }
    place.submission_id = cursor.substr(0, space);
    return place;
}

// The texts of a record that are not published because nobody has looked at them.
Result<void> add_withheld(JsonArray& items, sql::Session& session, const Context& context,
                          const records::Record& record, Date day) {
    const auto key = TRY(identity::SubjectKey::parse(record.subject_key));
    const auto reviews = TRY(publicity::TextReviews::of_subject(session, record.subject_key));
    const auto shown = TRY(
        publicity::show_record(record, {.catalogue = context.desk.catalogue(),
                                        .law = context.desk.law(),
                                        .category = subjects::category_of(subjects::kind_of(key)),
                                        .for_public = true,
                                        .day = day,
                                        .reviews = &reviews}));
    if (shown.exposure.on(day) != publicity::Range::Public) return {};
    for (const auto& column : shown.columns) {
        if (!column.waits) continue;
        auto object = place_of(record);
        object["column"] = column.code;
        object["header"] = column.header;
        JsonArray found;
        for (const auto leak : column.leaks) found.push_back(Json(publicity::name_of(leak)));
        object["found"] = std::move(found);
        items.push_back(std::move(object));
    }
    return {};
}

}  // namespace

Result<Response> read_quarantine(const Request& request, Context& context) {
    const auto authority = TRY(own_authority(request, context, "read_quarantine"));
    const auto page = TRY(read_page(request));
    auto lease = TRY(context.desk.pool().lease(sql::Access::Read));
    auto rows =
        TRY(records::QuarantineRegister(*lease).page_of(authority, page.after, page.limit + 1));
    const bool more = rows.size() > page.limit;
    if (more) rows.pop_back();
    JsonArray items;
    for (const auto& row : rows) items.push_back(json_of(row, context.words));
    return page_response(std::move(items), rows.empty() ? "" : rows.back().record.record_id, more);
}

Result<Response> read_withheld(const Request& request, Context& context) {
    const auto authority = TRY(own_authority(request, context, "read_withheld"));
    const auto page = TRY(read_page(request));
    const auto after = TRY(read_place(page.after));
    auto lease = TRY(context.desk.pool().lease(sql::Access::Read));
    auto reading = TRY(sql::Transaction::begin_reading(*lease));
    const auto records = TRY(publicity::records_filed_by(*lease, authority, after, page.limit));
    JsonArray items;
    for (const auto& record : records) {
        TRY(add_withheld(items, *lease, context, record, day_of(request.received_at)));
    }
    const bool more = records.size() == page.limit;
    const std::string last = records.empty() ? std::string()
                                             : records.back().submission_id + " " +
                                                   std::to_string(records.back().row_number);
    return page_response(std::move(items), last, more);
}

}  // namespace credit::http
