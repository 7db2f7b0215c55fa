#include "http/files/evidence.h"

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <string>
#include <utility>

#include "access/occasion.h"
#include "access/permits.h"
#include "access/principal.h"
#include "catalogue/catalogue.h"
#include "complaints/complaint_register.h"
#include "desk/desk.h"
#include "desk/matters/matter.h"
#include "desk/matters/perform_with_file.h"
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
#include "lists/listing_register.h"
#include "objections/objection_register.h"
#include "repair/acts/open_sealed.h"
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

// The one that the request names; none where it names none.
Result<std::optional<desk::Matter>> matter_of(const Request& request) {
    using Kind = desk::Matter::Kind;
    std::optional<desk::Matter> matter;
    for (const auto kind : {Kind::Objection, Kind::Repair, Kind::Listing}) {
        const auto id = request.parameter(desk::name_of(kind));
        if (id.empty()) continue;
        if (matter) return fail(ErrorCode::InvalidInput, "files.one_matter");
        matter = desk::Matter{.kind = kind, .id = std::string(id)};
    }
    return matter;
}

// Whose file it will be; before the content is sealed.
Result<std::string> owner_to_be(const Request& request, Context& context,
                                const std::optional<desk::Matter>& matter) {
    if (!matter) {
        return request.caller.role == access::Role::Subject
                   ? Result<std::string>(request.caller.subject_key)
                   : fail(ErrorCode::Refused, "files.matter_missing");
    }
    auto lease = TRY(context.desk.pool().lease(sql::Access::Read));
    const auto found = TRY(desk::find_matter(*lease, *matter));
    TRY(desk::may_give(request.caller, found, context.desk.catalogue().authorities));
    return found.subject_key;
}

Result<Response> keep_evidence(const Request& request, Context& context) {
    TRY(access::authorise(request.caller, "keep_evidence", {}));
    const auto matter = TRY(matter_of(request));
    const auto owner = TRY(owner_to_be(request, context, matter));
    const desk::FileWork work{
        .home_key = owner,
        .folder = context.files,
        .seal = [&]() -> Result<files::Evidence> {
            const auto content = TRY(content_of(request));
            return files::seal_content(context.files, context.desk.keys(), owner, content);
        },
        .decide =
            [&](const access::Occasion& occasion, const files::Evidence& sealed) {
                return matter ? desk::give_evidence(occasion, *matter, sealed)
                              : files::keep_evidence(occasion, sealed);
            }};
    const auto act = TRY(desk::perform_with_file(context.desk, caller_of(request), work));
    auto body = TRY(parse_object(act.body));
    body.erase("sealed_key");
    body.erase("digest");
    body["act"] = act.id;
    return json_response(body, 201);
}

// What the subject itself gave stands in the objection or the application, or names the matter.
Result<bool> is_of(sql::Session& session, const desk::Matter& matter, const std::string& subject,
                   const files::Evidence& evidence) {
    if (evidence.about_id == matter.id) return true;
    switch (matter.kind) {
        case desk::Matter::Kind::Objection: {
            const auto found = TRY(objections::ObjectionRegister(session).find(subject, matter.id));
            return std::ranges::find(found.files, evidence.file_id) != found.files.end();
        }
        case desk::Matter::Kind::Repair: {
            repair::RepairRegister repairs(session);
            const auto found = TRY(repairs.find(subject, matter.id));
            return repairs.names_file(found, evidence.file_id);
        }
        case desk::Matter::Kind::Listing:
            return false;
    }
    std::unreachable();
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

// The caller's own file; or one of a matter that it handles, or that its authority gave for one.
Result<files::Evidence> find_readable(const Request& request, Context& context,
                                      sql::Session& session) {
    const auto& caller = request.caller;
    const auto& file = request.path_values.front();
    if (caller.role == access::Role::Subject) {
        return files::find_evidence(session, caller.subject_key, file);
    }
    if (!request.parameter("complaint").empty()) {
        const auto owner = TRY(owner_in_complaint(request, context, session));
        return files::find_evidence(session, owner, file);
    }
    const auto matter = TRY(matter_of(request));
    const auto hidden = fail(ErrorCode::NotFound, "files.no_such_file");
    if (!matter) return hidden;
    const auto found = TRY(desk::find_matter(session, *matter));
    auto evidence = TRY(files::find_evidence(session, found.subject_key, file));
    const bool handled = desk::handles(caller, found, context.desk.catalogue().authorities) ||
                         (caller.role == access::Role::CreditOffice &&
                          matter->kind == desk::Matter::Kind::Objection);
    const bool given =
        context.desk.catalogue().authorities.succeeds(caller.authority, evidence.given_by);
    if (!handled && !given) return hidden;
    if (matter->kind == desk::Matter::Kind::Listing) {
        const auto listing =
            TRY(lists::ListingRegister(session).find(found.subject_key, matter->id));
        // What was given for it is sealed with it.
        if (const auto sealed_in = TRY(repair::sealing_case(session, listing))) {
            return fail(ErrorCode::Refused, "repair.sealed", {*sealed_in});
        }
    }
    const bool of_it = TRY(is_of(session, *matter, found.subject_key, evidence));
    return of_it ? Result<files::Evidence>(std::move(evidence)) : hidden;
}

Result<Response> read_evidence(const Request& request, Context& context) {
    TRY(access::authorise(request.caller, "read_evidence", {}));
    files::Evidence evidence;
    {
        auto lease = TRY(context.desk.pool().lease(sql::Access::Read));
        evidence = TRY(find_readable(request, context, *lease));
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
                  .upload_bytes_max = files::size_max,
                  .idempotency_key = IdempotencyKey::Required,
                  .query = {"objection", "repair", "listing"},
                  .handler = keep_evidence},
        Operation{.id = "read_evidence",
                  .path = "/v1/files/{file}",
                  .pool = Pool::Heavy,
                  .query = {"objection", "complaint", "repair", "listing"},
                  .handler = read_evidence},
    };
    return operations;
}

}  // namespace credit::http
