#include "repair/result_clock.h"

#include <string_view>

#include "access/occasion.h"
#include "calendar/date_text.h"
#include "calendar/working_days.h"
#include "catalogue/catalogue.h"
#include "catalogue/duties/list_standard.h"
#include "foundation/clock.h"
#include "foundation/result.h"
#include "law/citation.h"
#include "law/library.h"
#include "law/parameter.h"
#include "repair/item.h"
#include "repair/repair_case.h"
#include "repair/step.h"

namespace credit::repair {
namespace {

struct Clock {
    calendar::DueDay due;
    law::Citation basis;
};

Result<Clock> general_clock(const access::Occasion& occasion, std::string_view parameter,
                            Date start) {
    const auto* const found = TRY(occasion.law.parameter(parameter, occasion.day));
    const auto period = std::get<law::Period>(found->value);
    return Clock{.due = occasion.law.calendar().last_day_of(period, start),
                 .basis = found->citation};
}

Result<void> shorten_by_list(const access::Occasion& occasion, const RepairCase& repair, Date start,
                             Clock& clock) {
    if (repair.item_kind == ItemKind::Order) return {};
    const auto item = TRY(find_sealed_item(reading_of(occasion), repair.subject_key,
                                           repair.item_kind, repair.item_id));
    if (!item.listing) return {};
    const auto* const standard = occasion.catalogue.standards.find(item.listing->standard);
    if (standard == nullptr || !standard->removal_within) return {};
    const auto due = occasion.law.calendar().last_day_of(*standard->removal_within, start);
    if (due.day >= clock.due.day) return {};
    clock = {.due = due, .basis = standard->bases.front().citation};
    return {};
}

void run(Step& step, const Clock& clock) {
    step.repair.result_due = clock.due.day;
    step.repair.provisional = clock.due.provisional;
    step.told["due_on"] = calendar::to_text(clock.due.day);
    step.told["provisional"] = clock.due.provisional;
    step.running.push_back({.kind = "repair.result",
                            .about_id = step.repair.case_id,
                            .due_on = clock.due.day,
                            .article = law::to_text(clock.basis)});
}

}  // namespace

Result<void> start_result_clock(const access::Occasion& occasion, Step& step, Date start) {
    auto clock = TRY(general_clock(occasion, "repair.result", start));
    TRY(shorten_by_list(occasion, step.repair, start, clock));
    run(step, clock);
    return {};
}

Result<void> extend_result_clock(const access::Occasion& occasion, Step& step) {
    const Date from = step.repair.result_due.value_or(occasion.day);
    run(step, TRY(general_clock(occasion, "repair.result.extension", from)));
    return {};
}

}  // namespace credit::repair
