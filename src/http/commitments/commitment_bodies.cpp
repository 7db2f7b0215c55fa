#include "http/commitments/commitment_bodies.h"

#include <optional>
#include <string>
#include <string_view>

#include "access/principal.h"
#include "calendar/date_json.h"
#include "catalogue/catalogue.h"
#include "commitments/commitment.h"
#include "commitments/find_commitment.h"
#include "commitments/make_commitment.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "http/json.h"
#include "http/message.h"
#include "http/objections/objection_bodies.h"
#include "subjects/identifiers.h"

namespace credit::http {
namespace {

Result<bool> read_said(const JsonObject& body, std::string_view name) {
    return body.contains(name) ? read_flag(body, name) : Result<bool>(false);
}

bool supervises(const access::Principal& caller) {
    return caller.role == access::Role::CreditOffice || caller.role == access::Role::Auditor;
}

}  // namespace

Result<MadeCommitment> read_making(const Request& request, const subjects::Identifiers& identifiers,
                                   Date day) {
    const auto body =
        TRY(read_body(request, {"identifier", "kind", "authority", "matter", "case", "repair_case",
                                "document_number", "words", "papers", "none_required_by_law",
                                "officer_reasons", "agreed", "check_on"}));
    MadeCommitment made;
    made.subject_key = TRY(read_subject(body, request, identifiers, day));
    auto& making = made.making;
    const auto kind = TRY(read_text(body, "kind"));
    making.kind = TRY(commitments::parse_kind(kind));
    making.authority = TRY(read_optional_text(body, "authority")).value_or("");
    making.matter = TRY(read_optional_text(body, "matter")).value_or("");
    making.case_number = TRY(read_free_text(body, "case", day));
    making.repair_case = TRY(read_optional_text(body, "repair_case")).value_or("");
    making.document_number = TRY(read_free_text(body, "document_number", day));
    making.words = TRY(read_free_text(body, "words", day));
    making.papers = TRY(read_texts(body, "papers"));
    for (const auto& paper : making.papers) TRY(refuse_person(paper, day));
    making.none_required_by_law = TRY(read_said(body, "none_required_by_law"));
    making.officer_reasons = TRY(read_free_text(body, "officer_reasons", day));
    making.agreed = TRY(read_said(body, "agreed"));
    making.check_on = TRY(calendar::read_optional_date(body, "check_on"));
    return made;
}

Result<commitments::Check> read_commitment_check(const Request& request, Date day) {
    const auto body = TRY(read_body(request, {"words", "check_on"}));
    commitments::Check check;
    check.words = TRY(read_free_text(body, "words", day));
    check.check_on = TRY(calendar::read_optional_date(body, "check_on"));
    return check;
}

Result<commitments::Finding> read_commitment_finding(const Request& request, Date day) {
    const auto body = TRY(
        read_body(request, {"document_number", "reasons", "fulfilled_on", "statement", "remedy"}));
    commitments::Finding finding;
    finding.document_number = TRY(read_free_text(body, "document_number", day));
    finding.reasons = TRY(read_free_text(body, "reasons", day));
    finding.fulfilled_on = TRY(calendar::read_optional_date(body, "fulfilled_on"));
    finding.statement = TRY(read_free_text(body, "statement", day));
    finding.remedy = TRY(read_free_text(body, "remedy", day));
    return finding;
}

bool may_read(const access::Principal& caller, const catalogue::Catalogue& catalogue,
              const commitments::Commitment& commitment) {
    if (caller.role == access::Role::Subject) {
        return caller.subject_key == commitment.subject_key;
    }
    return supervises(caller) ||
           catalogue.authorities.succeeds(caller.authority, commitment.authority);
}

JsonObject shown_to(const access::Principal& caller, const commitments::Commitment& commitment) {
    auto object = commitments::to_json(commitment);
    object.erase("subject");
    object["open"] = commitment.open();
    if (supervises(caller)) object.erase("case");
    return object;
}

}  // namespace credit::http
