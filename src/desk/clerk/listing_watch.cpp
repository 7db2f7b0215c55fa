#include "desk/clerk/listing_watch.h"

#include <atomic>
#include <cstdint>
#include <expected>
#include <iterator>
#include <vector>

#include "access/occasion.h"
#include "desk/desk.h"
#include "desk/lookups/seal_lookups.h"
#include "execution/start_action.h"
#include "foundation/clock.h"
#include "foundation/result.h"
#include "honours/honour_register.h"
#include "ledger/act.h"
#include "sql/pool.h"
#include "sql/session.h"

namespace credit::desk {
namespace {

// Of one look, a second apart: counters and windows go first.
constexpr std::int64_t done_at_once = 50;

}  // namespace

template <typename Place>
Result<Watched<Place>> watch_some(Desk& desk, const CalledFor<Place>& called, Instant now,
                                  const Place& after, std::int64_t limit) {
    std::vector<Place> places;
    {
        auto lease = TRY(desk.pool().lease(sql::Access::Read));
        places = TRY(called.not_done(*lease, day_of(now), after, limit));
    }
    if (places.empty()) return Watched<Place>{};
    std::vector<Work> works;
    works.reserve(places.size());
    for (const auto& place : places) {
        works.push_back(
            {.home_key = place.subject_key, .decide = [&](const access::Occasion& occasion) {
                 return called.decide(occasion, place);
             }});
    }
    TRY(desk.perform_together(
        {.principal = register_itself(), .channel = "clerk", .received_at = now}, works));
    return Watched<Place>{.looked_at = std::ssize(places), .last = places.back()};
}

template <typename Place>
void ListingWatch<Place>::saw(const ledger::Act& act) {
    if (act.kind.starts_with("lists.")) anew_.store(true, std::memory_order_relaxed);
}

template <typename Place>
Result<void> ListingWatch<Place>::look(Instant now) {
    const Date today = day_of(now);
    if (!place_) {
        const bool called = anew_.exchange(false, std::memory_order_relaxed);
        if (!called && looked_on_ == today) return {};
        place_.emplace();
        looked_on_ = today;
    }
    const auto done = watch_some(desk_, called_, now, *place_, done_at_once);
    if (!done) return std::unexpected(done.error());  // from here on again
    if (done->looked_at < done_at_once) {
        place_.reset();
    } else {
        place_ = done->last;
    }
    return {};
}

template Result<Watched<execution::ListingPlace>> watch_some(
    Desk&, const CalledFor<execution::ListingPlace>&, Instant, const execution::ListingPlace&,
    std::int64_t);
template Result<Watched<honours::HonourPlace>> watch_some(Desk&,
                                                          const CalledFor<honours::HonourPlace>&,
                                                          Instant, const honours::HonourPlace&,
                                                          std::int64_t);
template class ListingWatch<execution::ListingPlace>;
template class ListingWatch<honours::HonourPlace>;

}  // namespace credit::desk
