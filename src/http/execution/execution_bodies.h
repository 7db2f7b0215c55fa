// What is sent with the answer to duties, and how an execution is shown to each side.

#pragma once

#include <string>

#include "access/principal.h"
#include "catalogue/catalogue.h"
#include "execution/execution.h"
#include "execution/record_outcome.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "http/message.h"
#include "sql/session.h"

namespace credit::http {

// InvalidInput as http/json.h, foundation/json.h and calendar/date_text.h say; Refused
// "objections.person_in_words" where words hold a resident identity number.
Result<execution::Answers> read_answers(const Request& request, Date day);

struct Correction {
    execution::Answers answers;
    std::string reasons;
};
Result<Correction> read_correction(const Request& request, Date day);

// The authority that answers sees all of it; one that decided an item the duties of its items, and
// supervision all duties, both without the case and the officer's name. None: another's.
enum class ExecutionSide { Answering, Deciding, Supervising, None };
ExecutionSide side_of(const access::Principal& caller, const catalogue::Catalogue& catalogue,
                      const execution::Execution& execution);

// Where somebody reads: in which store, on which day, as whom.
struct Reading {
    sql::Session& session;
    const catalogue::Catalogue& catalogue;
    const access::Principal& caller;
    Date day;
};
// Each duty with the state of its item on that day; never whose it is.
Result<JsonObject> shown_to(const Reading& reading, const execution::Execution& execution);

}  // namespace credit::http
