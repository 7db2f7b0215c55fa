#include "http/records/read_submissions.h"

#include <array>
#include <charconv>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#include "calendar/date_text.h"
#include "catalogue/catalogue.h"
#include "catalogue/record_kind.h"
#include "desk/desk.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "http/catalogue/page.h"
#include "http/context.h"
#include "http/json.h"
#include "http/message.h"
#include "http/operation.h"
#include "http/records/own_authority.h"
#include "records/listing_elements.h"
#include "records/record.h"
#include "records/submission_register.h"
#include "sql/pool.h"
#include "sql/session.h"

namespace credit::http {
namespace {

using records::FiledRow;
using records::Submission;
using records::SubmissionRegister;

JsonObject json_of(const Submission& submission) {
    return {{"submission", submission.submission_id},
            {"kind", submission.kind},
            {"version", submission.version},
            {"received_on", calendar::to_text(submission.received_on)},
            {"accepted", submission.counts.accepted},
            {"rejected", submission.counts.rejected},
            {"unchanged", submission.counts.unchanged},
            {"superseded", submission.counts.superseded},
            {"quarantined", submission.counts.quarantined}};
}

// What a listing decided elsewhere lacks to bind.
Result<JsonArray> lacks(const records::Record& record, const desk::Desk& desk) {
    JsonArray words;
    const auto* const kind = TRY(desk.catalogue().kinds.find_version(record.kind, record.version));
    if (!kind->listing) return words;
    const auto row = TRY(records::listing_row_of(record, *kind, desk.catalogue()));
    for (const auto& ground : records::judge_listing(desk.law(), desk.catalogue(), row).missing) {
        words.push_back(Json(ground.word));
    }
    return words;
}

Result<JsonObject> json_of(const FiledRow& row, const desk::Desk& desk) {
    const auto& record = row.record;
    JsonObject object{{"record", record.record_id},
                      {"row", record.row_number},
                      {"document_number", record.document_number},
                      {"decided_on", calendar::to_text(record.decided_on)},
                      {"reported_on", calendar::to_text(record.reported_on)},
                      {"due_on", calendar::to_text(record.due_on)},
                      {"late", record.late()},
                      {"provisional", record.due_provisional},
                      {"reference_only", record.reference_only},
                      {"state", row.ended_as.value_or("stands")}};
    if (row.ended_on) object["ended_on"] = calendar::to_text(*row.ended_on);
    auto missing = TRY(lacks(record, desk));
    if (!missing.empty()) object["lacks"] = std::move(missing);
    return object;
}

Result<std::int64_t> row_in(std::string_view cursor) {
    std::int64_t row = 0;
    if (cursor.empty()) return row;
    const auto read = std::from_chars(cursor.begin(), cursor.end(), row);
    if (read.ec == std::errc() && read.ptr == cursor.end()) return row;
    return fail(ErrorCode::InvalidInput, "http.not_a_cursor", {}, "cursor");
}

Result<Response> read_submissions(const Request& request, Context& context) {
    const auto authority = TRY(own_authority(request, context, "read_submissions"));
    const auto page = TRY(read_page(request));
    auto lease = TRY(context.desk.pool().lease(sql::Access::Read));
    auto found =
        TRY(SubmissionRegister(*lease).of_authority(authority, page.after, page.limit + 1));
    const bool more = found.size() > page.limit;
    if (more) found.pop_back();
    JsonArray items;
    for (const auto& submission : found) items.push_back(json_of(submission));
    return page_response(std::move(items), found.empty() ? "" : found.back().submission_id, more);
}

Result<Response> read_submission(const Request& request, Context& context) {
    const auto authority = TRY(own_authority(request, context, "read_submission"));
    const auto page = TRY(read_page(request));
    const auto after = TRY(row_in(page.after));
    auto lease = TRY(context.desk.pool().lease(sql::Access::Read));
    SubmissionRegister submissions(*lease);
    const auto submission = TRY(submissions.find(authority, request.path_values.front()));
    auto object = json_of(submission);
    object["late"] = TRY(submissions.late_in(submission.submission_id));
    auto rows = TRY(submissions.rows_of(submission.submission_id, after, page.limit + 1));
    const bool more = rows.size() > page.limit;
    if (more) rows.pop_back();
    JsonArray items;
    for (const auto& row : rows) items.push_back(TRY(json_of(row, context.desk)));
    object["items"] = std::move(items);
    if (more) object["next"] = cursor_of(std::to_string(rows.back().record.row_number));
    return json_response(object);
}

}  // namespace

std::span<const Operation> submission_reading_operations() {
    static const std::array operations{
        Operation{.id = "read_submissions",
                  .method = Method::Get,
                  .path = "/v1/submissions",
                  .pool = Pool::Fast,
                  .query = {"authority", "cursor", "limit"},
                  .handler = read_submissions},
        Operation{.id = "read_submission",
                  .method = Method::Get,
                  .path = "/v1/submissions/{submission}",
                  .pool = Pool::Fast,
                  .query = {"authority", "cursor", "limit"},
                  .handler = read_submission},
    };
    return operations;
}

}  // namespace credit::http
