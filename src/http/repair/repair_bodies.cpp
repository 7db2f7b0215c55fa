#include "http/repair/repair_bodies.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "calendar/date_json.h"
#include "desk/matters/application_objections.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "http/context.h"
#include "http/json.h"
#include "http/message.h"
#include "http/objections/objection_bodies.h"
#include "http/subjects/named_subject.h"
#include "repair/acts/accept_application.h"
#include "repair/acts/apply_for_repair.h"
#include "repair/acts/decide_repair.h"
#include "repair/acts/offer_objection.h"
#include "repair/acts/open_sealed.h"
#include "repair/acts/reevaluate.h"
#include "repair/acts/revoke_repair.h"
#include "repair/condition.h"
#include "repair/item.h"

namespace credit::http {
namespace {

Result<bool> flag_or(const JsonObject& body, std::string_view name, bool otherwise) {
    if (!body.contains(name)) return otherwise;
    return read_flag(body, name);
}

Result<std::vector<repair::Paper>> papers_in(const JsonObject& body) {
    std::vector<repair::Paper> papers;
    if (!body.contains("materials")) return papers;
    for (const auto& each : *TRY(read_array(body, "materials"))) {
        if (!each.is_object()) {
            return fail(ErrorCode::InvalidInput, "json.wrong_type", {"materials"}, "/materials");
        }
        TRY(refuse_unknown(each.get_object(), {"paper", "file"}));
        repair::Paper paper;
        paper.paper = TRY(read_text(each.get_object(), "paper"));
        paper.file = TRY(read_text(each.get_object(), "file"));
        papers.push_back(std::move(paper));
    }
    return papers;
}

Result<std::optional<repair::ServiceCertificate>> service_in(const JsonObject& body) {
    if (!body.contains("service")) return std::nullopt;
    const auto& object = *TRY(read_object(body, "service"));
    TRY(refuse_unknown(object, {"number", "authority", "issued_on", "hours"}));
    repair::ServiceCertificate service;
    service.number = TRY(read_text_or_empty(object, "number"));
    service.authority = TRY(read_text_or_empty(object, "authority"));
    service.issued_on = TRY(calendar::read_typed_date(object, "issued_on"));
    service.hours = TRY(read_text_or_empty(object, "hours"));
    return service;
}

Result<std::optional<repair::CourtRuling>> ruling_in(const JsonObject& body) {
    if (!body.contains("ruling")) return std::nullopt;
    const auto& object = *TRY(read_object(body, "ruling"));
    TRY(refuse_unknown(object, {"number", "court", "ruled_on", "completes_on"}));
    repair::CourtRuling ruling;
    ruling.number = TRY(read_text_or_empty(object, "number"));
    ruling.court = TRY(read_text_or_empty(object, "court"));
    ruling.ruled_on = TRY(calendar::read_typed_date(object, "ruled_on"));
    ruling.completes_on = TRY(calendar::read_typed_date(object, "completes_on"));
    return ruling;
}

Result<std::optional<repair::Authorisation>> authorisation_in(const JsonObject& body) {
    if (!body.contains("authorisation")) return std::nullopt;
    const auto& object = *TRY(read_object(body, "authorisation"));
    TRY(refuse_unknown(object, {"number", "given_on"}));
    repair::Authorisation authorisation;
    authorisation.number = TRY(read_text_or_empty(object, "number"));
    authorisation.given_on = TRY(calendar::read_typed_date(object, "given_on"));
    return authorisation;
}

}  // namespace

Result<RepairApplication> read_repair_application(const Request& request, const Context& context,
                                                  Date day) {
    const auto body = TRY(read_body(request, {"identifier", "name", "item_kind", "item", "words",
                                              "materials", "service", "ruling", "authorisation"}));
    RepairApplication read;
    if (const auto named = TRY(read_named_subject(context, body, "identifier", day))) {
        read.subject = named->key;
    }
    auto& application = read.application;
    application.name = TRY(read_text_or_empty(body, "name"));
    const auto kind = TRY(read_text(body, "item_kind"));
    application.item_kind = TRY(repair::parse_item_kind(kind));
    application.item_id = TRY(read_text(body, "item"));
    application.words = TRY(read_text_or_empty(body, "words"));
    application.papers = TRY(papers_in(body));
    application.service = TRY(service_in(body));
    application.ruling = TRY(ruling_in(body));
    application.authorisation = TRY(authorisation_in(body));
    return read;
}

Result<repair::Acceptance> read_acceptance(const Request& request) {
    const auto body = TRY(read_body(request, {"accepts", "missing", "reasons"}));
    repair::Acceptance acceptance;
    acceptance.accepts = TRY(read_flag(body, "accepts"));
    acceptance.missing = TRY(read_texts(body, "missing"));
    acceptance.reasons = TRY(read_text_or_empty(body, "reasons"));
    return acceptance;
}

Result<std::string> read_extension(const Request& request) {
    const auto body = TRY(read_body(request, {"reason"}));
    return read_text(body, "reason");
}

Result<repair::Decision> read_repair_decision(const Request& request) {
    const auto body =
        TRY(read_body(request, {"outcome", "document_number", "reasons", "corrected", "performed",
                                "committed", "further", "grounds", "remedy", "orders"}));
    repair::Decision decision;
    decision.outcome = TRY(read_text(body, "outcome"));
    decision.document_number = TRY(read_text_or_empty(body, "document_number"));
    decision.reasons = TRY(read_text_or_empty(body, "reasons"));
    decision.findings.corrected = TRY(flag_or(body, "corrected", false));
    decision.findings.performed = TRY(flag_or(body, "performed", false));
    decision.findings.committed = TRY(flag_or(body, "committed", false));
    decision.findings.further = TRY(flag_or(body, "further", false));
    for (const auto& ground : TRY(read_texts(body, "grounds"))) {
        decision.grounds.push_back(TRY(repair::parse_condition(ground)));
    }
    decision.remedy = TRY(read_text_or_empty(body, "remedy"));
    decision.orders = TRY(read_texts(body, "orders"));
    return decision;
}

Result<repair::Reevaluation> read_reevaluation(const Request& request) {
    const auto body =
        TRY(read_body(request, {"completed", "document_number", "reasons", "remedy"}));
    repair::Reevaluation evaluation;
    evaluation.completed = TRY(read_flag(body, "completed"));
    evaluation.document_number = TRY(read_text_or_empty(body, "document_number"));
    evaluation.reasons = TRY(read_text_or_empty(body, "reasons"));
    evaluation.remedy = TRY(read_text_or_empty(body, "remedy"));
    return evaluation;
}

Result<repair::Revocation> read_revocation(const Request& request) {
    const auto body = TRY(read_body(request, {"document_number", "reasons", "remedy", "heard_on"}));
    repair::Revocation revocation;
    revocation.document_number = TRY(read_text_or_empty(body, "document_number"));
    revocation.reasons = TRY(read_text_or_empty(body, "reasons"));
    revocation.remedy = TRY(read_text_or_empty(body, "remedy"));
    if (body.contains("heard_on")) {
        revocation.heard_on = TRY(calendar::read_typed_date(body, "heard_on"));
    }
    return revocation;
}

Result<std::optional<repair::Authorisation>> read_withdrawal(const Request& request) {
    const auto body = TRY(read_body(request, {"authorisation"}));
    return authorisation_in(body);
}

Result<repair::ObjectionOffer> read_objection_offer(const Request& request, Date day) {
    const auto body = TRY(read_body(request, {"points", "reasons"}));
    repair::ObjectionOffer offer;
    for (auto& point : TRY(read_points(body, day))) {
        offer.points.push_back({.aspect = std::move(point.aspect), .said = std::move(point.said)});
    }
    offer.reasons = TRY(read_text_or_empty(body, "reasons"));
    return offer;
}

Result<desk::ConsentToObjection> read_consent_to_objection(const Request& request, Date day) {
    desk::ConsentToObjection consent;
    if (request.body.empty()) return consent;
    const auto body = TRY(read_body(request, {"points", "files", "authorisation"}));
    consent.points = TRY(read_points(body, day));
    consent.files = TRY(read_texts(body, "files"));
    consent.authorisation = TRY(authorisation_in(body));
    return consent;
}

Result<repair::OpeningRequest> read_opening(const Request& request) {
    const auto body = TRY(read_body(request, {"reason", "ground"}));
    repair::OpeningRequest opening;
    opening.reason = TRY(read_text_or_empty(body, "reason"));
    opening.ground = TRY(read_text_or_empty(body, "ground"));
    return opening;
}

}  // namespace credit::http
