#include "http/records/submissions.h"

#include <array>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "desk/submit.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "http/caller.h"
#include "http/context.h"
#include "http/json.h"
#include "http/message.h"
#include "http/operation.h"
#include "http/private_folder.h"
#include "http/wire/spool.h"
#include "words/catalogue.h"
#include "words/sentence.h"

namespace credit::http {
namespace {

JsonObject fault_json(const desk::RowFault& fault, const words::Catalogue& words) {
    const auto zh = words.tell(fault.ground, words::Language::Chinese);
    const auto en = words.tell(fault.ground, words::Language::English);
    return {{"sheet", fault.sheet},   {"row", fault.row},      {"column", fault.column},
            {"header", fault.header}, {"value", fault.value},  {"rule", fault.ground.word},
            {"hint", zh.next},        {"hint_en", en.next},    {"what", zh.what},
            {"what_en", en.what},     {"article", zh.citation}};
}

JsonArray faults_json(const std::vector<desk::RowFault>& faults, const words::Catalogue& words) {
    JsonArray told;
    for (const auto& fault : faults) told.push_back(fault_json(fault, words));
    return told;
}

JsonObject report_json(const desk::SubmissionReport& report, const words::Catalogue& words) {
    const JsonArray left_out(report.left_out.begin(), report.left_out.end());
    const JsonArray sheets_left_out(report.sheets_left_out.begin(), report.sheets_left_out.end());
    return {
        {"submission", report.submission_id.empty() ? Json(nullptr) : Json(report.submission_id)},
        {"kind", report.kind},
        {"version", report.version},
        {"complete", report.accepted},
        {"accepted", report.counts.accepted},
        {"rejected", report.counts.rejected},
        {"unchanged", report.counts.unchanged},
        {"superseded", report.counts.superseded},
        {"quarantined", report.counts.quarantined},
        {"reference_only", report.reference_only},
        {"left_out", left_out},
        {"sheets_left_out", sheets_left_out},
        {"faults_total", report.faults_total},
        {"faults", faults_json(report.faults, words)},
        {"warnings_total", report.warnings_total},
        {"warnings", faults_json(report.warnings, words)}};
}

Result<desk::SubmissionFile> file_of(const Request& request) {
    if (request.file == nullptr) return fail(ErrorCode::InvalidInput, "records.file_empty");
    const auto authority = request.parameter("authority");
    const auto partial = request.parameter("partial");
    if (!partial.empty() && partial != "true" && partial != "false") {
        return fail(ErrorCode::InvalidInput, "json.wrong_type", {}, "/partial");
    }
    return desk::SubmissionFile{
        .path = request.file->path(),
        .authority = std::string(authority.empty() ? request.caller.authority : authority),
        .partial = partial == "true",
        .digest = TRY(request.file->digest())};
}

// 201 when the file was accepted, 200 when it was judged and nothing of it accepted.
Result<Response> submit(const Request& request, Context& context) {
    const auto file = TRY(file_of(request));
    const auto report = TRY(desk::submit(context.desk, caller_of(request), file));
    return json_response(report_json(report, context.words), report.accepted ? 201 : 200);
}

Result<Response> mark_faults(const Request& request, Context& context) {
    const auto file = TRY(file_of(request));
    const auto tell = [&context](const Ground& ground) {
        const auto told = context.words.tell(ground, words::Language::Chinese);
        return told.what + "（应改：" + told.next +
               (told.citation.empty() ? "" : "；依据：" + told.citation) + "）";
    };
    const auto folder = TRY(PrivateFolder::create());
    const auto out = folder.path() / "faults";
    TRY(desk::write_faults(context.desk, caller_of(request), file, out, tell));
    Response response;
    response.content_type = "application/octet-stream";
    response.file = TRY(spool_of(out));
    return response;
}

}  // namespace

std::span<const Operation> submission_operations() {
    static const std::array operations{
        Operation{.id = "submit",
                  .method = Method::Post,
                  .path = "/v1/submissions",
                  .pool = Pool::Heavy,
                  .body = BodyKind::Upload,
                  .upload_bytes_max = submission_bytes_max,
                  .idempotency_key = IdempotencyKey::Required,
                  .query = {"authority", "partial"},
                  .handler = submit},
        Operation{.id = "mark_faults",
                  .method = Method::Post,
                  .path = "/v1/submissions/faults",
                  .pool = Pool::Heavy,
                  .body = BodyKind::Upload,
                  .upload_bytes_max = submission_bytes_max,
                  .query = {"authority"},
                  .handler = mark_faults},
    };
    return operations;
}

}  // namespace credit::http
