#include "desk/clerk/honour_watch.h"

#include <atomic>
#include <cstdint>
#include <expected>
#include <iterator>
#include <optional>
#include <vector>

#include "access/occasion.h"
#include "desk/desk.h"
#include "desk/lookups/seal_lookups.h"
#include "foundation/clock.h"
#include "foundation/result.h"
#include "honours/honour_register.h"
#include "honours/review_honour.h"
#include "ledger/act.h"
#include "sql/pool.h"
#include "sql/session.h"

namespace credit::desk {
namespace {

// Of one look, a second apart: counters and windows go first.
constexpr std::int64_t opened_at_once = 50;

}  // namespace

Result<Reviewed> open_honour_reviews(Desk& desk, Instant now, const honours::HonourPlace& after,
                                     std::int64_t limit) {
    std::vector<honours::HonourPlace> places;
    {
        auto lease = TRY(desk.pool().lease(sql::Access::Read));
        places = TRY(honours::HonourRegister(*lease).not_reviewed(day_of(now), after, limit));
    }
    if (places.empty()) return Reviewed{};
    std::vector<Work> works;
    works.reserve(places.size());
    for (const auto& place : places) {
        works.push_back(
            {.home_key = place.subject_key, .decide = [&place](const access::Occasion& occasion) {
                 return honours::open_review(occasion, place);
             }});
    }
    TRY(desk.perform_together(
        {.principal = register_itself(), .channel = "clerk", .received_at = now}, works));
    return Reviewed{.looked_at = std::ssize(places), .last = places.back()};
}

void HonourWatch::saw(const ledger::Act& act) {
    if (act.kind.starts_with("lists.")) anew_.store(true, std::memory_order_relaxed);
}

Result<void> HonourWatch::look(Instant now) {
    const Date today = day_of(now);
    if (!place_) {
        const bool called = anew_.exchange(false, std::memory_order_relaxed);
        if (!called && looked_on_ == today) return {};
        place_.emplace();
        looked_on_ = today;
    }
    const auto reviewed = open_honour_reviews(desk_, now, *place_, opened_at_once);
    if (!reviewed) return std::unexpected(reviewed.error());  // from here on again
    if (reviewed->looked_at < opened_at_once) {
        place_.reset();
    } else {
        place_ = reviewed->last;
    }
    return {};
}

}  // namespace credit::desk
