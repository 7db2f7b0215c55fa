#include "desk/clerk/action_starter.h"

#include <atomic>
#include <cstdint>
#include <expected>
#include <iterator>
#include <optional>
#include <vector>

#include "access/occasion.h"
#include "desk/desk.h"
#include "desk/lookups/seal_lookups.h"
#include "execution/start_action.h"
#include "foundation/clock.h"
#include "foundation/result.h"
#include "ledger/act.h"
#include "sql/pool.h"
#include "sql/session.h"

namespace credit::desk {
namespace {

// Of one look, a second apart: counters and windows go first.
constexpr std::int64_t started_at_once = 50;

}  // namespace

Result<Started> start_actions(Desk& desk, Instant now, const execution::ListingPlace& after,
                              std::int64_t limit) {
    std::vector<execution::ListingPlace> places;
    {
        auto lease = TRY(desk.pool().lease(sql::Access::Read));
        places = TRY(execution::not_started(*lease, day_of(now), after, limit));
    }
    if (places.empty()) return Started{};
    std::vector<Work> works;
    works.reserve(places.size());
    for (const auto& place : places) {
        works.push_back(
            {.home_key = place.subject_key, .decide = [&place](const access::Occasion& occasion) {
                 return execution::start_action(occasion, place);
             }});
    }
    TRY(desk.perform_together(
        {.principal = register_itself(), .channel = "clerk", .received_at = now}, works));
    return Started{.looked_at = std::ssize(places), .last = places.back()};
}

void ActionStarter::saw(const ledger::Act& act) {
    if (act.kind.starts_with("lists.")) anew_.store(true, std::memory_order_relaxed);
}

Result<void> ActionStarter::look(Instant now) {
    const Date today = day_of(now);
    if (!place_) {
        const bool called = anew_.exchange(false, std::memory_order_relaxed);
        if (!called && looked_on_ == today) return {};
        place_.emplace();
        looked_on_ = today;
    }
    const auto started = start_actions(desk_, now, *place_, started_at_once);
    if (!started) return std::unexpected(started.error());  // from here on again
    if (started->looked_at < started_at_once) {
        place_.reset();
    } else {
        place_ = started->last;
    }
    return {};
}

}  // namespace credit::desk
