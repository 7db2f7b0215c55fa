#include "repair/acts/name_overdue.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "access/occasion.h"
#include "calendar/date_text.h"
#include "calendar/period.h"
#include "catalogue/catalogue.h"
#include "catalogue/offices/region.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "ledger/clocks.h"
#include "ledger/draft.h"
#include "repair/acts/close_case.h"
#include "repair/holders.h"
#include "repair/item.h"
#include "repair/repair_case.h"
#include "repair/repair_register.h"
#include "repair/result_clock.h"
#include "repair/step.h"

namespace credit::repair {
namespace {

// guobanfa-2025-22: the application counts as accepted, and the days of the result run.
Result<void> take_as_accepted(Step& step, const access::Occasion& occasion, Date last_day) {
    step.repair.state = State::Accepted;
    step.repair.accepted_on = last_day;
    step.told["outcome"] = "taken_as_accepted";
    return start_result_clock(occasion, step, last_day);
}

// The holders that did not acknowledge in their time.
Result<JsonArray> late_holders(const access::Occasion& occasion, const RepairCase& repair) {
    JsonArray late;
    const auto spread = TRY(spread_of(occasion.session, repair));
    for (const auto& told : spread.open) {
        if (told.due_on && *told.due_on < occasion.day) late.emplace_back(told.recipient);
    }
    return late;
}

Result<void> name(Step& step, const access::Occasion& occasion,
                  const ledger::StatutoryClock& clock) {
    const auto state = step.repair.state;
    if (clock.kind == "repair.acceptance" && state == State::Applied) {
        step.told["overdue"] = JsonArray{Json(step.repair.authority)};
        return take_as_accepted(step, occasion, clock.due_on);
    }
    const bool result = clock.kind == "repair.result" && state == State::Accepted;
    const bool plan = clock.kind == "repair.reevaluation" && state == State::Shielded;
    if (result || plan) {
        step.told["outcome"] = result ? "result_overdue" : "reevaluation_overdue";
        step.told["overdue"] = JsonArray{Json(step.repair.authority)};
        return {};
    }
    if (clock.kind == "repair.holders") {
        auto late = TRY(late_holders(occasion, step.repair));
        if (!late.empty()) {
            step.told["outcome"] = "holders_overdue";
            step.told["overdue"] = std::move(late);
            return {};
        }
    }
    return fail(ErrorCode::Refused, "repair.not_overdue");
}

// The credit office of the province learns who is late.
void tell_credit_office(Step& step, const access::Occasion& occasion) {
    const auto late = occasion.catalogue.authorities.find(step.repair.authority);
    if (!late) return;
    const auto offices = occasion.catalogue.authorities.competent_for(
        "credit_office", catalogue::RegionLevel::Province, (*late)->region, occasion.day);
    if (offices.empty()) return;
    step.tellings.push_back({.kind = "authority",
                             .code = offices.front()->code,
                             .about_id = step.repair.case_id,
                             .what = "repair_overdue",
                             .urgent = false});
}

}  // namespace

std::optional<Date> late_since(const RepairCase& repair, Date day) {
    if (repair.taken_as_accepted(day)) return repair.acceptance_due;
    std::optional<Date> last;
    if (repair.state == State::Accepted) last = repair.result_due;
    if (repair.state == State::Shielded) last = repair.reevaluate_on;
    const bool late = last && day > *last && repair.overdue_on != calendar::day_after(*last);
    return late ? last : std::nullopt;
}

void name_late(Step& step, const access::Occasion& occasion, Date last_day) {
    step.told["since"] = calendar::to_text(last_day);
    step.told["overdue"] = JsonArray{Json(step.repair.authority)};
    step.repair.overdue_on = calendar::day_after(last_day);
    tell_credit_office(step, occasion);
}

Result<ledger::Draft> name_overdue(const access::Occasion& occasion,
                                   const ledger::StatutoryClock& clock) {
    if (occasion.day <= clock.due_on) return fail(ErrorCode::Refused, "repair.not_overdue");
    auto repair = TRY(RepairRegister(occasion.session).find(clock.subject_key, clock.about_id));
    const bool waits = repair.open() && clock.kind != "repair.holders";
    if (waits && !TRY(still_stands(occasion, repair))) {
        return draft_of(TRY(closed(occasion, "repair.name_overdue", std::move(repair))));
    }
    const auto item = TRY(find_sealed_item(reading_of(occasion), clock.subject_key,
                                           repair.item_kind, repair.item_id));
    Step step{
        .kind = "repair.name_overdue", .repair = std::move(repair), .happened_on = occasion.day};
    step.told = {{"about", about_json(item)}, {"since", calendar::to_text(clock.due_on)}};
    step.clears = clock.kind;
    TRY(name(step, occasion, clock));
    // Of the authority that decides; a holder is named in the list.
    if (clock.kind != "repair.holders") {
        step.repair.overdue_on = calendar::day_after(clock.due_on);
    }
    tell_credit_office(step, occasion);
    return draft_of(step);
}

}  // namespace credit::repair
