// The eraser (期满删除巡办): on each new day, and after each act that may end what needed a record,
// everything that may be told to nobody any more is erased, a little at a time and only while
// nobody has the turn. What a crash left is found at the next start; of several nodes whoever has
// the turn erases, and another finds it done.
//
// Law:     sd-social-credit-regulation-2020 art. 38 — deleted when the five years are over
// Reading: decision 0243

#pragma once

#include <atomic>
#include <cstdint>
#include <optional>
#include <vector>

#include "desk/desk.h"
#include "erasure/erase_expired.h"
#include "foundation/clock.h"
#include "foundation/result.h"
#include "ledger/act.h"

namespace credit::desk {

class RecordEraser {
public:
    // The desk must outlive it.
    explicit RecordEraser(Desk& desk) : desk_(desk) {}

    // Told of every act, from any thread.
    void saw(const ledger::Act& act);
    // On the clerk's thread, when the time is trusted: at most some dozens of records. How many
    // were erased; none while somebody has the turn. The errors of the store.
    Result<std::int64_t> look(Instant now);
    // Whether all of that day was looked at, and nothing happened since.
    bool done(Date today) const {
        return looked_on_ == today && !place_ && !anew_.load(std::memory_order_relaxed);
    }

private:
    Result<std::vector<erasure::AgedPlace>> next(const erasure::AgedPlace& after);
    Result<std::int64_t> erase(Instant now, std::vector<erasure::AgedPlace> places);

    Desk& desk_;
    std::atomic<bool> anew_ = true;  // something may be needed no longer
    std::optional<Date> looked_on_;  // the day of the last whole look
    std::vector<erasure::Aged> aged_;
    std::optional<erasure::AgedPlace> place_;  // of a look that is not over
};

}  // namespace credit::desk
