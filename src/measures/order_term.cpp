#include "measures/order_term.h"

#include <optional>

#include "calendar/date_text.h"
#include "calendar/period.h"
#include "calendar/working_days.h"
#include "catalogue/duties/term.h"
#include "foundation/clock.h"
#include "foundation/result.h"

namespace credit::measures {
namespace {

using catalogue::Term;
using catalogue::TermKind;

struct Counting {
    Date start;
    Date decided_on;
    const calendar::WorkingCalendar& calendar;
};

bool life_possible(const Term& term) {
    return term.kind == TermKind::Life || term.life_possible;
}

void require_day(Grounds& grounds, const Term& term, Date through_on, const Counting& counting) {
    const bool fixed = term.kind == TermKind::Fixed;
    require(grounds, through_on > counting.decided_on, "measures.end_too_early",
            {calendar::to_text(calendar::day_after(counting.decided_on))});
    if (term.shortest) {
        const Date last = counting.calendar.last_day_of(*term.shortest, counting.start).day;
        require(grounds, through_on >= last, "measures.end_too_early", {calendar::to_text(last)});
    }
    const auto& longest = fixed ? term.shortest : term.longest;
    if (longest) {
        const Date last = counting.calendar.last_day_of(*longest, counting.start).day;
        require(grounds, through_on <= last, "measures.end_too_late", {calendar::to_text(last)});
    }
}

void require_review(Grounds& grounds, const Term& term, const std::optional<Date>& review_on,
                    const Counting& counting) {
    require(grounds, review_on.has_value(), "measures.review_missing");
    if (!review_on) return;
    require(grounds, *review_on > counting.decided_on, "measures.review_too_early");
    if (!term.review) return;
    const Date last = counting.calendar.last_day_of(*term.review, counting.decided_on).day;
    require(grounds, *review_on <= last, "measures.review_too_late", {calendar::to_text(last)});
}

}  // namespace

Grounds judge_end(const Term& term, Date decided_on, const OrderEnd& end,
                  const calendar::WorkingCalendar& calendar) {
    Grounds grounds;
    const bool from_decision = term.counted_from.empty() || term.counted_from == "decision";
    require(grounds, from_decision || end.counted_on, "measures.start_missing");
    const Counting counting{
        .start = from_decision ? decided_on : end.counted_on.value_or(decided_on),
        .decided_on = decided_on,
        .calendar = calendar};
    if (end.for_life) {
        require(grounds, life_possible(term), "measures.life_not_possible");
        return grounds;
    }
    const bool by_event = !end.ends_when.empty();
    // An article that fixes or bounds the length knows no open end.
    const bool event_possible = term.kind != TermKind::Fixed && !term.longest;
    require(grounds, end.through_on || (by_event && event_possible), "measures.end_missing");
    if (end.through_on) require_day(grounds, term, *end.through_on, counting);
    if (!end.through_on && by_event) require_review(grounds, term, end.review_on, counting);
    return grounds;
}

}  // namespace credit::measures
