#include "http/complaints/read_complaints.h"

#include <array>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "access/permits.h"
#include "access/principal.h"
#include "catalogue/catalogue.h"
#include "complaints/competence.h"
#include "complaints/complaint.h"
#include "complaints/complaint_register.h"
#include "desk/desk.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "http/catalogue/page.h"
#include "http/context.h"
#include "http/json.h"
#include "http/message.h"
#include "http/operation.h"
#include "http/waiting.h"
#include "sql/pool.h"
#include "sql/session.h"

namespace credit::http {
namespace {

using complaints::Complaint;

// Never who it was, at whose window, or in whose words, where that is to be kept.
JsonObject shown_to_respondent(const Complaint& complaint) {
    const auto whole = complaints::to_json(complaint);
    JsonObject object;
    for (const auto* const name : {"complaint", "respondent", "unit", "state", "question",
                                   "asked_on", "reply", "answered_on", "concluded_on"}) {
        if (const auto* const value = whole.if_contains(name)) object[name] = *value;
    }
    JsonArray points;
    for (const auto& point : complaint.points) {
        JsonObject each{{"ground", point.ground}};
        if (!complaint.confidential) each["said"] = point.said;
        if (!point.finding.empty()) {
            each["finding"] = point.finding;
            each["reasons"] = point.reasons;
        }
        points.push_back(std::move(each));
    }
    object["points"] = std::move(points);
    if (complaint.confidential || complaint.about.empty()) return object;
    object["about"] = complaint.about;
    object["about_id"] = complaint.about_id;
    return object;
}

// Its own for a subject, whatever became of them; for a unit those that it must decide, or those
// that are over.
Result<std::vector<Complaint>> asked_for(const access::Principal& caller,
                                         const catalogue::Catalogue& catalogue,
                                         sql::Session& session, const PageRequest& page,
                                         std::string_view state) {
    complaints::ComplaintRegister complaints(session);
    const auto limit = static_cast<std::int64_t>(page.limit) + 1;
    if (caller.role != access::Role::Subject) {
        const auto& authorities = catalogue.authorities;
        if (state == "concluded") {
            const auto of = [&](std::string_view code) {
                return complaints.concluded_at(code, page.after, limit);
            };
            return waiting_at(authorities, caller.authority, of, &Complaint::complaint_id,
                              std::ranges::greater{});
        }
        const auto of = [&](std::string_view code) {
            return complaints.open_at(code, page.after, limit);
        };
        return waiting_at(authorities, caller.authority, of, &Complaint::complaint_id);
    }
    auto own = TRY(complaints.of_subject(caller.subject_key));
    std::erase_if(own, [&](const auto& each) { return each.complaint_id <= page.after; });
    return own;
}

Result<Response> read_complaints(const Request& request, Context& context) {
    TRY(access::authorise(request.caller, "read_complaints", {}));
    const auto state = request.parameter("state");
    if (!state.empty() && state != "open" && state != "concluded") {
        return fail(ErrorCode::InvalidInput, "complaints.unknown_state");
    }
    const auto page = TRY(read_page(request));
    auto lease = TRY(context.desk.pool().lease(sql::Access::Read));
    auto complaints = TRY(asked_for(request.caller, context.desk.catalogue(), *lease, page, state));
    const bool more = complaints.size() > page.limit;
    if (more) complaints.resize(page.limit);
    JsonArray items;
    for (const auto& complaint : complaints) {
        items.push_back(shown_to(request.caller, context.desk.catalogue(), complaint));
    }
    return page_response(std::move(items), complaints.empty() ? "" : complaints.back().complaint_id,
                         more);
}

Result<Response> read_complaint(const Request& request, Context& context) {
    TRY(access::authorise(request.caller, "read_complaint", {}));
    const auto& complaint_id = request.path_values.front();
    auto lease = TRY(context.desk.pool().lease(sql::Access::Read));
    complaints::ComplaintRegister complaints(*lease);
    const auto subject_key = TRY(complaints.home_of(complaint_id));
    const auto complaint = TRY(complaints.find(subject_key, complaint_id));
    if (side_of(request.caller, context.desk.catalogue(), complaint) == Side::None) {
        return fail(ErrorCode::NotFound, "complaints.no_such_complaint");
    }
    return json_response(shown_to(request.caller, context.desk.catalogue(), complaint));
}

}  // namespace

Side side_of(const access::Principal& caller, const catalogue::Catalogue& catalogue,
             const Complaint& complaint) {
    if (caller.role == access::Role::Subject) {
        return caller.subject_key == complaint.subject_key ? Side::Complainant : Side::None;
    }
    const auto& authorities = catalogue.authorities;
    if (authorities.succeeds(caller.authority, complaint.unit)) return Side::DecidingUnit;
    // The office that keeps the register is the same on every day on which it was asked.
    const auto respondent =
        complaints::answering_unit(authorities, complaint.respondent, complaint.filed_on);
    const bool asked = complaint.asked_on.has_value();
    return asked && authorities.succeeds(caller.authority, respondent) ? Side::Respondent
                                                                       : Side::None;
}

JsonObject shown_to(const access::Principal& caller, const catalogue::Catalogue& catalogue,
                    const Complaint& complaint) {
    const auto side = side_of(caller, catalogue, complaint);
    if (side == Side::Respondent) return shown_to_respondent(complaint);
    auto object = complaints::to_json(complaint);
    object.erase("subject");
    object["open"] = complaints::is_open(complaint.state);
    return object;
}

std::span<const Operation> complaint_reading_operations() {
    static const std::array operations{
        Operation{.id = "read_complaints",
                  .path = "/v1/complaints",
                  .query = {"state", "cursor", "limit"},
                  .handler = read_complaints},
        Operation{.id = "read_complaint",
                  .path = "/v1/complaints/{complaint}",
                  .handler = read_complaint},
    };
    return operations;
}

}  // namespace credit::http
