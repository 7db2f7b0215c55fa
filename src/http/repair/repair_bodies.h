// What is sent with an application for repair and with each step of its case.

#pragma once

#include <optional>
#include <string>

#include "desk/matters/application_objections.h"
#include "foundation/clock.h"
#include "foundation/result.h"
#include "http/context.h"
#include "http/message.h"
#include "identity/subject_key.h"
#include "repair/acts/accept_application.h"
#include "repair/acts/apply_for_repair.h"
#include "repair/acts/decide_repair.h"
#include "repair/acts/offer_objection.h"
#include "repair/acts/open_sealed.h"
#include "repair/acts/reevaluate.h"
#include "repair/acts/revoke_repair.h"

namespace credit::http {

struct RepairApplication {
    repair::Application application;
    std::optional<identity::SubjectKey> subject;  // at a window; an account knows whose it is
};

// Each: InvalidInput as http/json.h, foundation/json.h and calendar/date_text.h say, and
// "repair.unknown_item_kind", "repair.unknown_value"; of a subject as read_named_subject() says.
Result<RepairApplication> read_repair_application(const Request& request, const Context& context,
                                                  Date day);
Result<repair::Acceptance> read_acceptance(const Request& request);
Result<std::string> read_extension(const Request& request);
Result<repair::Decision> read_repair_decision(const Request& request);
Result<repair::Reevaluation> read_reevaluation(const Request& request);
Result<repair::Revocation> read_revocation(const Request& request);
Result<std::optional<repair::Authorisation>> read_withdrawal(const Request& request);
Result<repair::ObjectionOffer> read_objection_offer(const Request& request, Date day);
Result<desk::ConsentToObjection> read_consent_to_objection(const Request& request, Date day);
Result<repair::OpeningRequest> read_opening(const Request& request);

}  // namespace credit::http
