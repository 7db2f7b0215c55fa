// Steps of an execution (执行反馈程序): every act holds the execution as it stands after it, and
// who is told.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "access/occasion.h"
#include "execution/execution.h"
#include "foundation/clock.h"
#include "foundation/result.h"
#include "ledger/act.h"
#include "ledger/draft.h"
#include "ledger/steps/recipient.h"
#include "sql/session.h"

namespace credit::execution {

// The kinds of its clocks: until the authority responds to a task; until every duty is answered.
inline constexpr std::string_view response_clock = "execution.response";
inline constexpr std::string_view outcome_clock = "execution.outcome";

struct Step {
    std::string_view kind;     // of the act: "execution.open_execution"
    Execution execution;       // as it stands after the step
    std::string article = {};  // of the clock that begins with it; empty: what runs goes on
    std::string_view clock = outcome_clock;    // its kind
    bool clock_over = false;                   // what ran is over, and nothing runs after it
    std::vector<Duty> executed = {};           // by this step: what the subject is told
    std::vector<Duty> corrected = {};          // the same
    std::vector<ledger::Recipient> told = {};  // urgently where it is for a day
};

ledger::Draft draft_of(const Step& step, Date happened_on);
// Of every act kind that begins with "execution.".
Result<void> apply_step(sql::Session& session, const ledger::Act& act);

// The clock from that day until what was done is to be said. NotFound "law.no_parameter".
Result<void> run_to_outcome(const access::Occasion& occasion, Step& step, Date start);

// Which of the tasks of an act, and the article of its clock.
struct Opening {
    int ordinal = 0;
    std::string article;
};
// For apply alone: the task, the clock of its response, and that its authority is told.
Result<void> open_task(sql::Session& session, const ledger::Act& act, const Execution& task,
                       const Opening& opening);

// Adds the office of the province that supervises, unless it is told already.
void tell_supervision(std::vector<ledger::Recipient>& told, const access::Occasion& occasion,
                      std::string_view what);

}  // namespace credit::execution
