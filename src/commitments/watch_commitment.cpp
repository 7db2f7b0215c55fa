#include "commitments/watch_commitment.h"

#include <string_view>
#include <utility>

#include "access/occasion.h"
#include "catalogue/catalogue.h"
#include "commitments/step.h"
#include "foundation/result.h"
#include "ledger/clocks.h"
#include "ledger/draft.h"

namespace credit::commitments {
namespace {

// The step that a clock begins, which is over with it.
Result<Step> due_step(const access::Occasion& occasion, const ledger::StatutoryClock& clock,
                      std::string_view kind) {
    auto step = TRY(step_of(occasion, kind,
                            {.subject_key = clock.subject_key, .commitment_id = clock.about_id}));
    Grounds grounds;
    require_open(grounds, step.commitment);
    require(grounds, occasion.day > clock.due_on, "commitments.clock_running");
    if (!grounds.empty()) return refuse(std::move(grounds));
    step.over = clock.kind == reminder_clock ? reminder_clock : check_clock;
    return step;
}

}  // namespace

Result<ledger::Draft> remind(const access::Occasion& occasion,
                             const ledger::StatutoryClock& clock) {
    auto step = TRY(due_step(occasion, clock, "commitments.remind"));
    step.commitment.reminded_on = occasion.day;
    return draft_of(step);
}

Result<ledger::Draft> name_overdue(const access::Occasion& occasion,
                                   const ledger::StatutoryClock& clock) {
    auto step = TRY(due_step(occasion, clock, "commitments.name_overdue"));
    auto& commitment = step.commitment;
    commitment.overdue_on = occasion.day;
    const auto office = occasion.catalogue.authorities.current(commitment.authority, occasion.day);
    step.told.push_back({.code = office ? (*office)->code : commitment.authority,
                         .what = "commitment_check_missing",
                         .due_on = clock.due_on});
    return draft_of(step);
}

}  // namespace credit::commitments
