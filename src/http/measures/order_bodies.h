// What is sent with each step of an order.

#pragma once

#include <string>

#include "foundation/clock.h"
#include "foundation/result.h"
#include "http/context.h"
#include "http/message.h"
#include "measures/end_order.h"
#include "measures/record_restraint_order.h"

namespace credit::http {

// Each: InvalidInput as http/json.h, foundation/json.h and calendar/date_text.h say; the first also
// as read_named_subject() says.
Result<measures::OrderProposal> read_order_proposal(const Request& request, const Context& context,
                                                    Date day);
Result<measures::OrderEnding> read_order_ending(const Request& request);
Result<std::string> read_order_reason(const Request& request);

}  // namespace credit::http
