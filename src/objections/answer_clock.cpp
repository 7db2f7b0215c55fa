#include "objections/answer_clock.h"

#include "access/occasion.h"
#include "calendar/working_days.h"
#include "foundation/clock.h"
#include "foundation/result.h"
#include "law/citation.h"
#include "law/library.h"
#include "law/parameter.h"
#include "objections/step.h"

namespace credit::objections {
namespace {

Result<void> run_to(const access::Occasion& occasion, Step& step, const law::Parameter& parameter,
                    Date start) {
    const auto period = TRY(occasion.law.period(parameter.name, occasion.day));
    const auto due = occasion.law.calendar().last_day_of(period, start);
    step.objection.due_on = due.day;
    step.objection.provisional = due.provisional;
    step.running.push_back({.kind = "objections.answer",
                            .due_on = due.day,
                            .article = law::to_text(parameter.citation)});
    return {};
}

}  // namespace

Result<void> start_answer_clock(const access::Occasion& occasion, Step& step, CheckedBy by) {
    const Date day = occasion.day;
    const auto* const parameter =
        by == CheckedBy::Register
            ? TRY(occasion.law.parameter("objection.result.own_data", day))
            : TRY(occasion.law.parameter("objection.result.with_other_unit", day));
    return run_to(occasion, step, *parameter, step.objection.filed_on);
}

Result<void> extend_answer_clock(const access::Occasion& occasion, Step& step) {
    const auto* const parameter = TRY(occasion.law.parameter("objection.extension", occasion.day));
    return run_to(occasion, step, *parameter, step.objection.due_on.value_or(occasion.day));
}

}  // namespace credit::objections
