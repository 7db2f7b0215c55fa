// The watch over listings (名单巡看): what a listing in force calls for is done, a little at a
// time, after each act on a listing and on each new day; what a crash left is found at the next
// start.

#pragma once

#include <atomic>
#include <cstdint>
#include <optional>
#include <vector>

#include "access/occasion.h"
#include "desk/desk.h"
#include "execution/start_action.h"
#include "foundation/clock.h"
#include "foundation/result.h"
#include "honours/honour_register.h"
#include "honours/review_honour.h"
#include "ledger/act.h"
#include "sql/session.h"

namespace credit::desk {

// What is called for: the places where it is not done, after one, at most so many; and the act.
template <typename Place>
struct CalledFor {
    Result<std::vector<Place>> (*not_done)(sql::Session&, Date, const Place&, std::int64_t);
    Result<ledger::Draft> (*decide)(const access::Occasion&, const Place&);
};

// 联合奖惩发起: whatever takes force is started.
inline constexpr CalledFor<execution::ListingPlace> action{.not_done = execution::not_started,
                                                           .decide = execution::start_action};
// 荣誉核对: whoever is on a black list in force and holds an honour has it looked at again.
inline constexpr CalledFor<honours::HonourPlace> honour_review{.not_done = honours::not_reviewed,
                                                               .decide = honours::open_review};

// Does what is not done, at most at `limit` places after that one; how many were looked at, and the
// last of them. The errors of the store.
template <typename Place>
struct Watched {
    std::int64_t looked_at = 0;
    Place last = {};
};
template <typename Place>
Result<Watched<Place>> watch_some(Desk& desk, const CalledFor<Place>& called, Instant now,
                                  const Place& after, std::int64_t limit);

template <typename Place>
class ListingWatch {
public:
    // Both must outlive it.
    ListingWatch(Desk& desk, const CalledFor<Place>& called) : desk_(desk), called_(called) {}

    // Told of every act, from any thread.
    void saw(const ledger::Act& act);
    // On the clerk's thread, when the time is trusted.
    Result<void> look(Instant now);

private:
    Desk& desk_;
    const CalledFor<Place>& called_;
    std::atomic<bool> anew_ = true;  // something may have taken force
    std::optional<Date> looked_on_;  // the day of the last whole look
    std::optional<Place> place_;     // of a look that is not over
};

}  // namespace credit::desk
