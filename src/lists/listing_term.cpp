#include "lists/listing_term.h"

#include <algorithm>
#include <chrono>
#include <optional>

#include "calendar/date_text.h"
#include "calendar/period.h"
#include "calendar/working_days.h"
#include "catalogue/duties/basis.h"
#include "catalogue/duties/list_standard.h"
#include "catalogue/duties/term.h"
#include "foundation/check.h"
#include "foundation/clock.h"
#include "foundation/result.h"
#include "law/instrument.h"
#include "law/library.h"
#include "law/outer_limit.h"
#include "lists/listing.h"

namespace credit::lists {
namespace {

using catalogue::Effective;
using catalogue::Term;
using catalogue::TermKind;

// A year that no notice covers yet may hold more days off than its weekends; a further week covers
// the longest holiday that was ever set.
constexpr std::chrono::days provisional_margin{7};

// Lengths are counted from the decision.
struct Counting {
    const Term& term;
    Date decided_on;
    const calendar::WorkingCalendar& calendar;

    Date last_day(const calendar::Period& length) const {
        return calendar.last_day_of(length, decided_on).day;
    }
};

void require_decided_end(Grounds& grounds, const Counting& counting,
                         const std::optional<Date>& through_on) {
    const Term& term = counting.term;
    if (!through_on) {
        require(grounds, term.life_possible, "lists.end_missing");
        return;
    }
    require(grounds, *through_on > counting.decided_on, "lists.end_too_early");
    if (term.shortest) {
        const Date earliest = counting.last_day(*term.shortest);
        require(grounds, *through_on >= earliest, "lists.end_too_early",
                {calendar::to_text(earliest)});
    }
    if (term.longest) {
        const Date latest = counting.last_day(*term.longest);
        require(grounds, *through_on <= latest, "lists.end_too_late", {calendar::to_text(latest)});
    }
}

void require_review(Grounds& grounds, const Counting& counting,
                    const std::optional<Date>& review_on) {
    require(grounds, review_on.has_value(), "lists.review_missing");
    if (!review_on || !counting.term.review) return;
    const Date latest = counting.last_day(*counting.term.review);
    require(grounds, *review_on <= latest, "lists.review_too_late", {calendar::to_text(latest)});
}

// decision 0121: the day on which a fixed term begins to run. Where the standard counts from the
// decision, late service does not lengthen it; else from the day on which it takes effect.
Date start_of(const Term& term, const Listing& listing) {
    const auto& start = term.counted_from == "decision" ? listing.decided_on : listing.from_on;
    CHECK(start.has_value());
    return *start;
}

// The publicity that comes before effect, where the standard begins it on a month's first working
// day, from the first working day of the month after service.
Date day_after_publicity(const catalogue::ListStandard& standard, Date served_on,
                         const calendar::WorkingCalendar& calendar, bool& provisional) {
    Date begins = served_on;
    if (standard.publicity_from_first_of_month) {
        const std::chrono::year_month_day served(served_on);
        const Date last_of_month{served.year() / served.month() / std::chrono::last};
        const auto first = calendar.next_working_day(calendar::day_after(last_of_month));
        begins = first.day;
        provisional |= first.provisional;
    }
    if (!standard.publicity_before_effect) return begins;
    const auto ends = calendar.last_day_of(*standard.publicity_before_effect, begins);
    provisional |= ends.provisional;
    return calendar::day_after(ends.day);
}

}  // namespace

void require_end(Grounds& grounds, const Term& term, Date decided_on, const DecidedEnd& end,
                 const calendar::WorkingCalendar& calendar) {
    const Counting counting{.term = term, .decided_on = decided_on, .calendar = calendar};
    switch (term.kind) {
        case TermKind::Decided:
            require_decided_end(grounds, counting, end.through_on);
            return;
        case TermKind::Until:
            require_review(grounds, counting, end.review_on);
            return;
        case TermKind::Fixed:
        case TermKind::Life:
        case TermKind::WithListing:
        case TermKind::WithRecord:
            require(grounds, !end.through_on, "lists.end_not_yours");
            return;
    }
}

void set_term(Listing& listing, const catalogue::ListStandard& standard,
              const calendar::WorkingCalendar& calendar) {
    CHECK(listing.served_on.has_value());
    const Date served_on = *listing.served_on;
    // decision 0111: the mark of the window goes with it; a day of the term brings its own.
    listing.provisional = false;
    switch (standard.effective) {
        case Effective::OnService:
            listing.from_on = served_on;
            break;
        case Effective::OnMaking:
            listing.from_on = listing.decided_on;
            break;
        case Effective::AfterPublicity:
            listing.from_on =
                day_after_publicity(standard, served_on, calendar, listing.provisional);
            break;
    }
    const auto* const ground = standard.find_ground(listing.ground);
    const Term* const term = ground == nullptr ? nullptr : standard.term_of(*ground);
    if (term == nullptr) return;
    if (term->kind == TermKind::Fixed && term->shortest) {
        listing.through_on = calendar.last_day_of(*term->shortest, start_of(*term, listing)).day;
    }
    if (term->kind == TermKind::Until) listing.ends_when = term->ends_when;
}

std::optional<Date> last_disclosed_day(const Listing& listing,
                                       const catalogue::ListStandard& standard,
                                       const law::Library& law, Date today) {
    const auto& decided_on = listing.decided_on;
    const auto* const ground = standard.find_ground(listing.ground);
    const Term* const term = ground == nullptr ? nullptr : standard.term_of(*ground);
    const bool goes_on = term != nullptr && term->kind == TermKind::Until;
    if (standard.colour == catalogue::Colour::Red || !decided_on || goes_on) return std::nullopt;
    // decision 0237: only a law may run longer than the regulation.
    const bool by_law = std::ranges::all_of(standard.bases, [&law](const catalogue::Basis& basis) {
        const auto* const instrument = law.instrument(basis.citation.instrument);
        return instrument != nullptr && instrument->level == law::Level::Law;
    });
    if (by_law) return std::nullopt;
    return law::outer_limit(law, law::disclosure_limit,
                            {.conduct_on = listing.conduct_on, .decided_on = *decided_on}, today);
}

void end_by(Listing& listing, const std::optional<Date>& limit) {
    if (!limit) return;
    listing.through_on = std::min(listing.through_on.value_or(*limit), *limit);
}

bool window_closed(const Listing& listing, Date day) {
    CHECK(listing.window_through.has_value());
    const Date last = *listing.window_through;
    return day > (listing.provisional ? last + provisional_margin : last);
}

}  // namespace credit::lists
