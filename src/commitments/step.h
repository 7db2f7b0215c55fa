// Steps of a commitment (承诺程序): every act holds the commitment as it stands after it, the
// clocks that begin or end with it, and who is told.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "access/occasion.h"
#include "commitments/commitment.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "ledger/act.h"
#include "ledger/draft.h"
#include "ledger/steps/recipient.h"
#include "ledger/steps/running.h"
#include "sql/session.h"

namespace credit::commitments {

// The kinds of its clocks: until the subject is reminded; until it is checked.
inline constexpr std::string_view reminder_clock = "commitments.reminder";
inline constexpr std::string_view check_clock = "commitments.check";

struct Step {
    std::string_view kind;  // of the act: "commitments.make_commitment"
    Commitment commitment;  // as it stands after the step
    Date happened_on{};
    JsonObject said = {};                       // what was given with it
    std::string_view over = {};                 // the one clock that ends with it
    std::vector<ledger::Running> running = {};  // in place of all that ran; none: what runs goes on
    std::vector<ledger::Recipient> told = {};
};

ledger::Draft draft_of(const Step& step);
// What such an act holds; also within the body of an act that does more than this step.
JsonObject body_of(const Step& step);

// Of every act kind that begins with "commitments.".
Result<void> apply_step(sql::Session& session, const ledger::Act& act);
// The rows of a step that stands within the body of another act.
Result<void> apply_body(sql::Session& session, const ledger::Act& act, const JsonObject& body);

// The commitment as the store has it, for the next step.
struct Which {
    std::string_view subject_key;
    std::string_view commitment_id;
};
Result<Step> step_of(const access::Occasion& occasion, std::string_view kind, const Which& which);

// The clocks until the reminder, where there is time for one, and until the day of the check; never
// before the day itself. NotFound "law.no_parameter".
Result<void> run_to_check(const access::Occasion& occasion, Step& step);

// "commitments.not_open" unless it is open; "commitments.not_yours" unless the caller's authority
// took it, or took over from the one that did.
void require_open(Grounds& grounds, const Commitment& commitment);
void require_own(Grounds& grounds, const access::Occasion& occasion, const Commitment& commitment);

}  // namespace credit::commitments
