#include "http/files/evidence.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <utility>

#include "access/occasion.h"
#include "access/permits.h"
#include "access/principal.h"
#include "complaints/complaint_register.h"
#include "desk/desk.h"
#include "files/evidence.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "http/caller.h"
#include "http/complaints/read_complaints.h"
#include "http/context.h"
#include "http/json.h"
#include "http/message.h"
#include "http/operation.h"
#include "http/wire/spool.h"
#include "objections/objection.h"
#include "objections/objection_register.h"
#include "repair/repair_register.h"
#include "sql/pool.h"
#include "sql/session.h"

namespace credit::http {
namespace {

Result<std::string> content_of(const Request& request) {
    if (request.file == nullptr) return fail(ErrorCode::Refused, "files.empty");
    if (request.file->size() > files::size_max) {
        return fail(ErrorCode::Refused, "files.too_large",
                    {std::to_string(files::size_max >> 20U)});
    }
    std::string content(request.file->size(), '\0');
    const auto read = TRY(request.file->read_at(0, content));
    if (read != content.size()) return fail(ErrorCode::Unavailable, "http.no_spool");
    return content;
}

Result<Response> keep_evidence(const Request& request, Context& context) {
    TRY(access::authorise(request.caller, "keep_evidence", {}));
    const auto content = TRY(content_of(request));
    const auto sealed = TRY(files::seal_content(context.files, context.desk.keys(),
                                                request.caller.subject_key, content));
    const auto act = TRY(context.desk.perform(
        caller_of(request), request.caller.subject_key,
        [&](const access::Occasion& occasion) { return files::keep_evidence(occasion, sealed); }));
    auto body = TRY(parse_object(act.body));
    body.erase("sealed_key");
    body.erase("digest");
    body["act"] = act.id;
    return json_response(body, 201);
}

// Of an application for repair that names it, for the authority that decides it.
Result<std::string> owner_in_repair(const Request& request, sql::Session& session) {
    repair::RepairRegister repairs(session);
    const std::string case_id(request.parameter("repair"));
    auto subject_key = TRY(repairs.home_of(case_id));
    const auto repair = TRY(repairs.find(subject_key, case_id));
    const bool decides = request.caller.role == access::Role::Officer &&
                         request.caller.authority == repair.authority;
    const bool names = TRY(repairs.names_file(repair, request.path_values.front()));
    if (!decides || !names) return fail(ErrorCode::NotFound, "files.no_such_file");
    return subject_key;
}

// Of a complaint that names it, for the unit that decides it; never for the unit complained of.
Result<std::string> owner_in_complaint(const Request& request, const Context& context,
                                       sql::Session& session) {
    complaints::ComplaintRegister complaints(session);
    const std::string complaint_id(request.parameter("complaint"));
    auto subject_key = TRY(complaints.home_of(complaint_id));
    const auto complaint = TRY(complaints.find(subject_key, complaint_id));
    const auto side = side_of(request.caller, context.desk.catalogue(), complaint);
    const bool names =
        std::ranges::find(complaint.files, request.path_values.front()) != complaint.files.end();
    if (side != Side::DecidingUnit || !names)
        return fail(ErrorCode::NotFound, "files.no_such_file");
    return subject_key;
}

// Whose file it is: the caller's own, or that of an objection, a complaint or an application for
// repair which names it and which the caller answers.
Result<std::string> owner_of(const Request& request, const Context& context,
                             sql::Session& session) {
    const auto& caller = request.caller;
    if (caller.role == access::Role::Subject) return caller.subject_key;
    if (!request.parameter("repair").empty()) return owner_in_repair(request, session);
    if (!request.parameter("complaint").empty()) {
        return owner_in_complaint(request, context, session);
    }
    objections::ObjectionRegister objections(session);
    const std::string objection_id(request.parameter("objection"));
    auto subject_key = TRY(objections.home_of(objection_id));
    const auto objection = TRY(objections.find(subject_key, objection_id));
    const bool answers =
        caller.role == access::Role::CreditOffice || caller.authority == objection.source;
    const bool names =
        std::ranges::find(objection.files, request.path_values.front()) != objection.files.end();
    if (!answers || !names) return fail(ErrorCode::NotFound, "files.no_such_file");
    return subject_key;
}

Result<Response> read_evidence(const Request& request, Context& context) {
    TRY(access::authorise(request.caller, "read_evidence", {}));
    files::Evidence evidence;
    {
        auto lease = TRY(context.desk.pool().lease(sql::Access::Read));
        const auto owner = TRY(owner_of(request, context, *lease));
        evidence = TRY(files::find_evidence(*lease, owner, request.path_values.front()));
    }
    Response response;
    response.content_type = evidence.type;
    response.headers.push_back({"Content-Disposition", "attachment"});
    response.body = TRY(files::open_content(context.files, context.desk.keys(), evidence));
    return response;
}

}  // namespace

std::span<const Operation> evidence_operations() {
    static const std::array operations{
        Operation{.id = "keep_evidence",
                  .method = Method::Post,
                  .path = "/v1/files",
                  .pool = Pool::Heavy,
                  .body = BodyKind::Upload,
                  .idempotency_key = IdempotencyKey::Required,
                  .handler = keep_evidence},
        Operation{.id = "read_evidence",
                  .path = "/v1/files/{file}",
                  .pool = Pool::Heavy,
                  .query = {"objection", "complaint", "repair"},
                  .handler = read_evidence},
    };
    return operations;
}

}  // namespace credit::http
