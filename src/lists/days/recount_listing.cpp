#include "lists/days/recount_listing.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "access/occasion.h"
#include "calendar/period.h"
#include "catalogue/duties/list_standard.h"
#include "foundation/clock.h"
#include "foundation/result.h"
#include "ledger/clocks.h"
#include "ledger/days/recount.h"
#include "ledger/draft.h"
#include "lists/listing.h"
#include "lists/listing_term.h"
#include "lists/step.h"

namespace credit::lists {
namespace {

std::optional<Date> later(std::optional<Date> one, std::optional<Date> other) {
    return one && other ? std::optional(std::max(*one, *other)) : one;
}

std::optional<Date> earlier(std::optional<Date> one, std::optional<Date> other) {
    return one && other ? std::optional(std::min(*one, *other)) : one;
}

// Decision 0198: what honours begins early and ends late; what restrains, the other way.
void take_kinder(Listing& anew, const Listing& told) {
    const bool honours = anew.colour == "red";
    anew.from_on =
        honours ? earlier(anew.from_on, told.from_on) : later(anew.from_on, told.from_on);
    anew.through_on = honours ? later(anew.through_on, told.through_on)
                              : earlier(anew.through_on, told.through_on);
}

// What began has begun: only the mark goes.
Listing term_anew(const Listing& told, const catalogue::ListStandard& standard,
                  const ledger::Recount& recount, Date today) {
    Listing anew = told;
    set_term(anew, standard, recount.now);
    if (told.from_on > today) {
        take_kinder(anew, told);
        anew.from_on = std::max(anew.from_on.value_or(today), today);
    } else {
        anew.from_on = told.from_on;
        anew.through_on = told.through_on;
    }
    return anew;
}

}  // namespace

Result<ledger::Draft> recount_window(const access::Occasion& occasion,
                                     const ledger::StatutoryClock& clock,
                                     const ledger::Recount& recount) {
    auto found = TRY(find_listing(occasion, clock.subject_key, clock.about_id));
    Listing& listing = found.listing;
    const bool runs = listing.state == State::Noticed && listing.noticed_on &&
                      listing.window_through == clock.due_on &&
                      found.standard.notice.window.unit == calendar::Unit::WorkingDays;
    if (!runs) return refuse({{.word = "ledger.day_stands"}});
    const auto recounted = count_anew(recount,
                                      {.start = listing.noticed_on.value_or(clock.due_on),
                                       .last = clock.due_on,
                                       .kinder = ledger::Kinder::Later,
                                       .provisional = listing.provisional},
                                      occasion.day);
    Step step{
        .kind = "lists.recount_window", .listing = std::move(listing), .happened_on = occasion.day};
    step.listing.window_through = recounted.to;
    step.listing.provisional = recounted.provisional;
    step.running.push_back({.kind = clock.kind, .due_on = recounted.to, .article = clock.article});
    return with_recounted(draft_of(step), recount, recounted, clock);
}

Result<ledger::Draft> recount_term(const access::Occasion& occasion,
                                   const ledger::StatutoryClock& clock,
                                   const ledger::Recount& recount) {
    auto found = TRY(find_listing(occasion, clock.subject_key, clock.about_id));
    const Listing& told = found.listing;
    const bool counted = told.state == State::InForce && told.served_on && told.from_on &&
                         found.standard.effective == catalogue::Effective::AfterPublicity;
    if (!counted) return refuse({{.word = "ledger.day_stands"}});
    // Whether these rules gave that day: a listing decided elsewhere brings its own.
    Listing as_before = told;
    set_term(as_before, found.standard, recount.before);
    if (as_before.from_on != told.from_on) return refuse({{.word = "ledger.day_stands"}});
    Step step{.kind = "lists.recount_term",
              .listing = term_anew(told, found.standard, recount, occasion.day),
              .happened_on = occasion.day};
    const Date first = step.listing.from_on.value_or(occasion.day);
    const ledger::Recounted recounted{.from = told.from_on.value_or(first),
                                      .counted = first,
                                      .to = first,
                                      .was_provisional = told.provisional,
                                      .provisional = step.listing.provisional};
    step.running.push_back({.kind = clock.kind,
                            .due_on = step.listing.last_day().value_or(clock.due_on),
                            .article = clock.article});
    return with_recounted(draft_of(step), recount, recounted, clock);
}

}  // namespace credit::lists
