// End of an order (决定期限): a day, an event with a day of review, or life where the article says
// so.
//
// Law:     civil-code-2020 art. 201, 202 — how periods are counted
// Reading: an order has an end; past a day of review it does not bind unless it was reviewed
// Reading: a term that the article counts from another event than the decision is counted from the
//          day of that event as the decision states it, and binds nevertheless from service only

#pragma once

#include <optional>
#include <string>

#include "calendar/working_days.h"
#include "catalogue/duties/term.h"
#include "foundation/clock.h"
#include "foundation/result.h"

namespace credit::measures {

// What the order says of its end.
struct OrderEnd {
    std::optional<Date> counted_on = {};  // the event that the article counts from, when it is not
                                          // the decision
    std::optional<Date> through_on = {};
    std::string ends_when = {};
    std::optional<Date> review_on = {};
    bool for_life = false;
};

// In this order: "measures.start_missing", "measures.life_not_possible", "measures.end_missing",
// "measures.end_too_early" (first possible last day), "measures.end_too_late" (last day possible),
// "measures.review_missing", "measures.review_too_early", "measures.review_too_late" (last day).
Grounds judge_end(const catalogue::Term& term, Date decided_on, const OrderEnd& end,
                  const calendar::WorkingCalendar& calendar);

}  // namespace credit::measures
