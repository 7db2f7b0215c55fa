// The starter of joint actions (联合奖惩发起): whatever takes force is started, a little at a time,
// after each act on a listing and on each new day; what a crash left is found at the next start.

#pragma once

#include <atomic>
#include <cstdint>
#include <optional>

#include "desk/desk.h"
#include "execution/start_action.h"
#include "foundation/clock.h"
#include "foundation/result.h"
#include "ledger/act.h"

namespace credit::desk {

// Starts what is not started, at most `limit`, after that place; how many were looked at, and the
// last of them. The errors of the store.
struct Started {
    std::int64_t looked_at = 0;
    execution::ListingPlace last = {};
};
Result<Started> start_actions(Desk& desk, Instant now, const execution::ListingPlace& after,
                              std::int64_t limit);

class ActionStarter {
public:
    // The desk must outlive it.
    explicit ActionStarter(Desk& desk) : desk_(desk) {}

    // Told of every act, from any thread.
    void saw(const ledger::Act& act);
    // On the clerk's thread, when the time is trusted.
    Result<void> look(Instant now);

private:
    Desk& desk_;
    std::atomic<bool> anew_ = true;                 // something may have taken force
    std::optional<Date> looked_on_;                 // the day of the last whole look
    std::optional<execution::ListingPlace> place_;  // of a look that is not over
};

}  // namespace credit::desk
