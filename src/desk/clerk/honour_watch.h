// The watch over honours (荣誉核对): whoever is on a black list in force and holds an honour has it
// looked at again, a little at a time, after each act on a listing and on each new day.

#pragma once

#include <atomic>
#include <cstdint>
#include <optional>

#include "desk/desk.h"
#include "foundation/clock.h"
#include "foundation/result.h"
#include "honours/honour_register.h"
#include "ledger/act.h"

namespace credit::desk {

// Opens the reviews that stand out, at most `limit`, after that place; how many were looked at, and
// the last of them. The errors of the store.
struct Reviewed {
    std::int64_t looked_at = 0;
    honours::HonourPlace last = {};
};
Result<Reviewed> open_honour_reviews(Desk& desk, Instant now, const honours::HonourPlace& after,
                                     std::int64_t limit);

class HonourWatch {
public:
    // The desk must outlive it.
    explicit HonourWatch(Desk& desk) : desk_(desk) {}

    // Told of every act, from any thread.
    void saw(const ledger::Act& act);
    // On the clerk's thread, when the time is trusted.
    Result<void> look(Instant now);

private:
    Desk& desk_;
    std::atomic<bool> anew_ = true;              // something may have taken force
    std::optional<Date> looked_on_;              // the day of the last whole look
    std::optional<honours::HonourPlace> place_;  // of a look that is not over
};

}  // namespace credit::desk
