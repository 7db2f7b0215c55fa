// Term of a listing (列入期限): from which day it binds, until which, or until what happens.
//
// Law:     civil-code-2020 art. 201, 202 — how periods are counted
//          guobanfa-2020-49 — removal conditions stand in the standard
//          sd-social-credit-regulation-2020 art. 38 — five years after the conduct nothing is a
//          basis of restraint
// Reading: a listing has an end: a date, or the event that the standard names with a day of review,
//          past which it does not bind unless it was reviewed; life only where the article says so
//          decisions 0109, 0237: the five years end a listing too

#pragma once

#include <optional>

#include "calendar/working_days.h"
#include "catalogue/duties/list_standard.h"
#include "catalogue/duties/term.h"
#include "foundation/clock.h"
#include "foundation/result.h"
#include "law/library.h"
#include "lists/listing.h"

namespace credit::lists {

// What the decision says of the end, where the standard leaves it to the decision.
struct DecidedEnd {
    std::optional<Date> through_on;
    std::optional<Date> review_on;
};

// "lists.end_missing", "lists.end_too_early", "lists.end_too_late", "lists.review_missing",
// "lists.review_too_late", "lists.end_not_yours" where the standard fixes the end itself.
void require_end(Grounds& grounds, const catalogue::Term& term, Date decided_on,
                 const DecidedEnd& end, const calendar::WorkingCalendar& calendar);

// First and last day, once it is served.
void set_term(Listing& listing, const catalogue::ListStandard& standard,
              const calendar::WorkingCalendar& calendar);

// The last day on which a black listing may bind whatever its term, as things stand on `today`;
// none where a law itself sets its term, or where it lasts until an event: the conduct goes on.
std::optional<Date> last_disclosed_day(const Listing& listing,
                                       const catalogue::ListStandard& standard,
                                       const law::Library& law, Date today);
// Ends with that day what would last longer.
void end_by(Listing& listing, const std::optional<Date>& limit);

// Whether the window for statement and defence is over on that day: the day after its last is the
// first. A provisional last day is believed only when weekends alone would have ended it too.
bool window_closed(const Listing& listing, Date day);

}  // namespace credit::lists
