// What is sent with each step of a listing.

#pragma once

#include <string>

#include "foundation/clock.h"
#include "foundation/result.h"
#include "http/context.h"
#include "http/message.h"
#include "lists/decide_listing.h"
#include "lists/end_listing.h"
#include "lists/hear_subject.h"
#include "lists/propose_listing.h"

namespace credit::http {

// Each: InvalidInput as http/json.h, foundation/json.h and calendar/date_text.h say; of a subject
// as read_named_subject() says.
Result<lists::Proposal> read_proposal(const Request& request, const Context& context, Date day);
Result<lists::Notice> read_notice(const Request& request);
Result<lists::Statement> read_statement(const Request& request);
Result<lists::Decision> read_decision(const Request& request);
Result<lists::DecisionService> read_decision_service(const Request& request);
Result<lists::Removal> read_removal(const Request& request);
Result<std::string> read_reason(const Request& request);

}  // namespace credit::http
