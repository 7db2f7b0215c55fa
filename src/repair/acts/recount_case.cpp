#include "repair/acts/recount_case.h"

#include <optional>
#include <string>
#include <utility>

#include "access/occasion.h"
#include "calendar/date_text.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "law/library.h"
#include "ledger/clocks.h"
#include "ledger/days/recount.h"
#include "ledger/draft.h"
#include "repair/repair_case.h"
#include "repair/repair_register.h"
#include "repair/step.h"

namespace credit::repair {
namespace {

// The day of an evaluation that was given the time of a result; none where it is a plan's own day.
std::optional<Date> start_of_evaluation(const access::Occasion& occasion, const RepairCase& repair,
                                        const ledger::Recount& recount) {
    if (!repair.decided_on || repair.reevaluate_on == std::nullopt) return std::nullopt;
    const auto period = occasion.law.period("repair.result", *repair.decided_on);
    if (!period) return std::nullopt;
    const auto counted = recount.before.last_day_of(*period, *repair.decided_on).day;
    return counted == *repair.reevaluate_on ? repair.decided_on : std::nullopt;
}

// From which day the clock counts, while it still says what the case says.
std::optional<Date> start_of(const access::Occasion& occasion, const RepairCase& repair,
                             const ledger::StatutoryClock& clock, const ledger::Recount& recount) {
    if (clock.kind == "repair.acceptance") {
        const bool waits = repair.state == State::Applied && repair.acceptance_due == clock.due_on;
        return waits ? std::optional(repair.applied_on) : std::nullopt;
    }
    if (clock.kind == "repair.result") {
        const bool waits = repair.state == State::Accepted && repair.result_due == clock.due_on;
        return waits ? repair.accepted_on : std::nullopt;
    }
    if (clock.kind == "repair.reevaluation") {
        const bool waits = repair.state == State::Shielded && repair.reevaluate_on == clock.due_on;
        return waits ? start_of_evaluation(occasion, repair, recount) : std::nullopt;
    }
    return repair.decided_on;
}

void set_day(RepairCase& repair, const std::string& kind, Date day) {
    if (kind == "repair.acceptance") repair.acceptance_due = day;
    if (kind == "repair.result") repair.result_due = day;
    if (kind == "repair.reevaluation") repair.reevaluate_on = day;
}

}  // namespace

Result<ledger::Draft> recount_case(const access::Occasion& occasion,
                                   const ledger::StatutoryClock& clock,
                                   const ledger::Recount& recount) {
    auto repair = TRY(RepairRegister(occasion.session).find(clock.subject_key, clock.about_id));
    const auto start = start_of(occasion, repair, clock, recount);
    if (!start) return refuse({{.word = "ledger.day_stands"}});
    // The mark of the case is that of its last own clock.
    const bool of_holders = clock.kind == "repair.holders";
    const auto recounted = count_anew(recount,
                                      {.start = *start,
                                       .last = clock.due_on,
                                       .kinder = ledger::Kinder::Earlier,
                                       .provisional = !of_holders && repair.provisional},
                                      occasion.day);
    Step step{
        .kind = "repair.recount_case", .repair = std::move(repair), .happened_on = occasion.day};
    set_day(step.repair, clock.kind, recounted.to);
    if (!of_holders) step.repair.provisional = recounted.provisional;
    step.told = {{"outcome", "recounted"},
                 {"due_on", calendar::to_text(recounted.to)},
                 {"provisional", recounted.provisional}};
    step.clears = clock.kind;
    step.running.push_back({.kind = clock.kind,
                            .about_id = step.repair.case_id,
                            .due_on = recounted.to,
                            .article = clock.article});
    return with_recounted(draft_of(step), recount, recounted, clock);
}

}  // namespace credit::repair
