#include "http/lists/listing_bodies.h"

#include <optional>
#include <string>
#include <string_view>

#include "calendar/date_json.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "http/context.h"
#include "http/json.h"
#include "http/message.h"
#include "http/subjects/named_subject.h"
#include "lists/decide_listing.h"
#include "lists/end_listing.h"
#include "lists/hear_subject.h"
#include "lists/propose_listing.h"
#include "notices/service.h"

namespace credit::http {
namespace {

Result<bool> flag_or_false(const JsonObject& body, std::string_view name) {
    if (!body.contains(name)) return false;
    return read_flag(body, name);
}

Result<notices::Service> service_in(const JsonObject& body) {
    notices::Service service;
    service.served_on = TRY(calendar::read_typed_date(body, "served_on"));
    service.method = TRY(read_text(body, "method"));
    service.proof = TRY(read_text_or_empty(body, "proof"));
    service.reason = TRY(read_text_or_empty(body, "announcement_reason"));
    return service;
}

}  // namespace

Result<lists::Proposal> read_proposal(const Request& request, const Context& context, Date day) {
    const auto body =
        TRY(read_body(request, {"identifier", "name", "born_on", "standard", "ground", "conduct_on",
                                "facts", "finding", "basis_document", "own_motion"}));
    lists::Proposal proposal;
    proposal.born_on = TRY(calendar::read_optional_typed_date(body, "born_on"));
    if (const auto named = TRY(read_named_subject(context, body, "identifier", day))) {
        proposal.subject = named->key;
        if (named->born_on) proposal.born_on = named->born_on;
    }
    proposal.name = TRY(read_text(body, "name"));
    proposal.standard = TRY(read_text(body, "standard"));
    proposal.ground = TRY(read_text(body, "ground"));
    proposal.conduct_on = TRY(calendar::read_optional_typed_date(body, "conduct_on"));
    proposal.facts = TRY(read_text_or_empty(body, "facts"));
    proposal.finding = TRY(read_text_or_empty(body, "finding"));
    proposal.basis_document = TRY(read_text_or_empty(body, "basis_document"));
    proposal.own_motion = TRY(flag_or_false(body, "own_motion"));
    return proposal;
}

Result<lists::Notice> read_notice(const Request& request) {
    const auto body = TRY(read_body(request, {"served_on", "method", "proof", "announcement_reason",
                                              "reasons", "rights", "exemption"}));
    lists::Notice notice;
    notice.exemption = TRY(read_text_or_empty(body, "exemption"));
    if (notice.exemption.empty()) notice.service = TRY(service_in(body));
    notice.reasons = TRY(read_text_or_empty(body, "reasons"));
    notice.rights = TRY(read_text_or_empty(body, "rights"));
    return notice;
}

Result<lists::Statement> read_statement(const Request& request) {
    const auto body =
        TRY(read_body(request, {"words", "waiver", "hearing_requested", "hearing_held"}));
    lists::Statement statement;
    statement.words = TRY(read_text_or_empty(body, "words"));
    statement.waiver = TRY(flag_or_false(body, "waiver"));
    statement.hearing_requested = TRY(flag_or_false(body, "hearing_requested"));
    statement.hearing_held = TRY(flag_or_false(body, "hearing_held"));
    return statement;
}

Result<lists::Decision> read_decision(const Request& request) {
    const auto body = TRY(read_body(
        request,
        {"lists", "document_kind", "document_number", "decided_on", "reasons", "answer", "measures",
         "removal", "remedy", "repair_notice", "upper_level_consent", "through_on", "review_on"}));
    lists::Decision decision;
    if (body.contains("lists")) decision.lists = TRY(read_flag(body, "lists"));
    decision.document_kind = TRY(read_text_or_empty(body, "document_kind"));
    decision.document_number = TRY(read_text_or_empty(body, "document_number"));
    decision.decided_on = TRY(calendar::read_typed_date(body, "decided_on"));
    decision.reasons = TRY(read_text_or_empty(body, "reasons"));
    decision.answer = TRY(read_text_or_empty(body, "answer"));
    decision.removal = TRY(read_text_or_empty(body, "removal"));
    decision.remedy = TRY(read_text_or_empty(body, "remedy"));
    decision.repair_notice = TRY(read_text_or_empty(body, "repair_notice"));
    decision.upper_level_consent = TRY(read_text_or_empty(body, "upper_level_consent"));
    decision.through_on = TRY(calendar::read_optional_typed_date(body, "through_on"));
    decision.review_on = TRY(calendar::read_optional_typed_date(body, "review_on"));
    decision.measures = TRY(read_texts(body, "measures"));
    return decision;
}

Result<lists::DecisionService> read_decision_service(const Request& request) {
    const auto body = TRY(read_body(
        request, {"served_on", "method", "proof", "announcement_reason", "with_repair_notice"}));
    lists::DecisionService served;
    served.service = TRY(service_in(body));
    served.with_repair_notice = TRY(flag_or_false(body, "with_repair_notice"));
    return served;
}

Result<lists::Removal> read_removal(const Request& request) {
    const auto body =
        TRY(read_body(request, {"reason", "document_number", "words", "corrected_on"}));
    lists::Removal removal;
    removal.corrected_on = TRY(calendar::read_optional_typed_date(body, "corrected_on"));
    removal.reason = TRY(read_text_or_empty(body, "reason"));
    removal.document_number = TRY(read_text_or_empty(body, "document_number"));
    removal.words = TRY(read_text_or_empty(body, "words"));
    return removal;
}

Result<std::string> read_reason(const Request& request) {
    const auto body = TRY(read_body(request, {"reason"}));
    return read_text(body, "reason");
}

}  // namespace credit::http
