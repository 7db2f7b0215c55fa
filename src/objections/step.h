// Steps of an objection (异议处理程序): every act holds the objection as it stands after it, what
// became of its item, and who must be told.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "access/occasion.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "ledger/act.h"
#include "ledger/draft.h"
#include "ledger/steps/running.h"
#include "lookups/correction.h"
#include "objections/objection.h"
#include "sql/session.h"

namespace credit::objections {

struct Step {
    std::string_view kind;  // of the act: "objections.file_objection"
    Objection objection;    // as it stands after the step
    Date happened_on{};
    JsonObject said = {};                       // what was given with it: words, papers
    std::vector<ledger::Running> running = {};  // those that ran end with every step
    JsonObject consequence = {};                // of the item: see Consequence
    std::vector<lookups::Recipient> told = {};
};

ledger::Draft draft_of(const Step& step);

// Of every act kind that begins with "objections.".
Result<void> apply_step(sql::Session& session, const ledger::Act& act);

// "objections.not_open" unless it is open.
void require_open(Grounds& grounds, const Objection& objection);
// Whether the caller may answer it: the authority that provided the information or its successor;
// a credit office as long as it was not passed on.
bool may_answer(const access::Occasion& occasion, const Objection& objection);

}  // namespace credit::objections
