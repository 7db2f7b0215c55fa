#include "desk/clerk/record_eraser.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <cstdint>
#include <iterator>
#include <string_view>
#include <utility>
#include <vector>

#include "access/occasion.h"
#include "desk/desk.h"
#include "desk/lookups/seal_lookups.h"
#include "desk/matters/needed_record.h"
#include "desk/turn.h"
#include "erasure/erase_expired.h"
#include "foundation/clock.h"
#include "foundation/result.h"
#include "ledger/act.h"
#include "sql/pool.h"
#include "sql/session.h"

namespace credit::desk {
namespace {

// Of one look, a second apart, in one transaction: counters and windows go first.
constexpr std::int64_t erased_at_once = 50;

// Folders whose acts end what a record may be needed for.
constexpr std::array<std::string_view, 6> ending{"complaints.", "incidents.",  "lists.",
                                                 "measures.",   "objections.", "repair."};

}  // namespace

void RecordEraser::saw(const ledger::Act& act) {
    const bool ends = std::ranges::any_of(
        ending, [&act](std::string_view folder) { return act.kind.starts_with(folder); });
    if (ends) anew_.store(true, std::memory_order_relaxed);
}

Result<std::int64_t> RecordEraser::look(Instant now) {
    const Date today = day_of(now);
    if (!place_) {
        const bool called = anew_.exchange(false, std::memory_order_relaxed);
        if (!called && looked_on_ == today) return 0;
        aged_ = erasure::aged_on(desk_.law(), desk_.catalogue(), today);
        place_.emplace();
        looked_on_ = today;
    }
    auto places = TRY(next(*place_));
    if (places.empty()) {
        place_.reset();
        return 0;
    }
    // What a submission makes visible and what this ends have one order.
    auto turn = TRY(Turn::take_if_free(desk_));
    if (!turn) return 0;
    TRY(turn->confirm());
    const bool last = std::ssize(places) < erased_at_once;
    const auto reached = places.back();
    const auto erased = TRY(erase(now, std::move(places)));
    if (last) {
        place_.reset();
    } else {
        place_ = reached;
    }
    return erased;
}

Result<std::vector<erasure::AgedPlace>> RecordEraser::next(const erasure::AgedPlace& after) {
    auto lease = TRY(desk_.pool().lease(sql::Access::Read));
    return erasure::find_aged(*lease, aged_, after, erased_at_once);
}

// In the order of the home keys, as everybody who locks several. What was erased, or is needed
// again, since it was found is left out.
Result<std::int64_t> RecordEraser::erase(Instant now, std::vector<erasure::AgedPlace> places) {
    std::ranges::stable_sort(places, {}, &erasure::AgedPlace::subject_key);
    std::vector<Work> works;
    works.reserve(places.size());
    for (const auto& place : places) {
        works.push_back(
            {.home_key = place.subject_key, .decide = [&place](const access::Occasion& occasion) {
                 return erase_expired(occasion, place.subject_key, place.record_id);
             }});
    }
    const auto acts = TRY(desk_.perform_together(
        {.principal = register_itself(), .channel = "clerk", .received_at = now}, works));
    return std::ssize(acts);
}

}  // namespace credit::desk
