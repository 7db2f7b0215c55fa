#include "http/measures/order_bodies.h"

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
#include "measures/end_order.h"
#include "measures/order_term.h"
#include "measures/record_restraint_order.h"
#include "subjects/responsibility.h"

namespace credit::http {
namespace {

Result<measures::OrderEnd> end_in(const JsonObject& body) {
    measures::OrderEnd end;
    end.counted_on = TRY(calendar::read_optional_typed_date(body, "counted_on"));
    end.through_on = TRY(calendar::read_optional_typed_date(body, "through_on"));
    end.ends_when = TRY(read_text_or_empty(body, "ends_when"));
    end.review_on = TRY(calendar::read_optional_typed_date(body, "review_on"));
    if (body.contains("for_life")) end.for_life = TRY(read_flag(body, "for_life"));
    return end;
}

// Of a person that answers for an organisation.
Result<std::optional<subjects::Responsibility>> responsibility_in(const Context& context,
                                                                  const JsonObject& body,
                                                                  Date day) {
    if (!body.contains("responsible")) return std::optional<subjects::Responsibility>();
    const auto* const said = TRY(read_object(body, "responsible"));
    TRY(refuse_unknown(*said, {"organisation", "role", "conduct_on", "finding"}));
    subjects::Responsibility responsibility;
    if (const auto named = TRY(read_named_subject(context, *said, "organisation", day))) {
        responsibility.organisation = named->key;
    }
    responsibility.role = TRY(read_text_or_empty(*said, "role"));
    responsibility.conduct_on = TRY(calendar::read_optional_typed_date(*said, "conduct_on"));
    responsibility.finding = TRY(read_text_or_empty(*said, "finding"));
    return responsibility;
}

}  // namespace

Result<measures::OrderProposal> read_order_proposal(const Request& request, const Context& context,
                                                    Date day) {
    const auto body =
        TRY(read_body(request, {"identifier", "name", "measure", "document_number", "decided_on",
                                "served_on", "counted_on", "through_on", "ends_when", "review_on",
                                "for_life", "responsible", "remedy_zh", "remedy_en"}));
    measures::OrderProposal proposal;
    if (const auto named = TRY(read_named_subject(context, body, "identifier", day))) {
        proposal.subject = named->key;
    }
    proposal.name = TRY(read_text(body, "name"));
    proposal.measure = TRY(read_text(body, "measure"));
    proposal.document_number = TRY(read_text_or_empty(body, "document_number"));
    proposal.decided_on = TRY(calendar::read_optional_typed_date(body, "decided_on"));
    proposal.served_on = TRY(calendar::read_optional_typed_date(body, "served_on"));
    proposal.end = TRY(end_in(body));
    proposal.responsible = TRY(responsibility_in(context, body, day));
    proposal.remedy_zh = TRY(read_text_or_empty(body, "remedy_zh"));
    proposal.remedy_en = TRY(read_text_or_empty(body, "remedy_en"));
    return proposal;
}

Result<measures::OrderEnding> read_order_ending(const Request& request) {
    const auto body = TRY(read_body(request, {"reason", "document_number", "words"}));
    measures::OrderEnding ending;
    ending.reason = TRY(read_text_or_empty(body, "reason"));
    ending.document_number = TRY(read_text_or_empty(body, "document_number"));
    ending.words = TRY(read_text_or_empty(body, "words"));
    return ending;
}

Result<std::string> read_order_reason(const Request& request) {
    const auto body = TRY(read_body(request, {"reason"}));
    return read_text(body, "reason");
}

}  // namespace credit::http
