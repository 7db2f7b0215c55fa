// Carries amendments of the catalogue out (目录变更执行): from its day on each listing that one
// touches, a little at a time; what a crash left is found at the next start.

#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "amendments/trial.h"
#include "desk/desk.h"
#include "execution/start_action.h"
#include "foundation/clock.h"
#include "foundation/result.h"
#include "ledger/act.h"
#include "lookups/blocks/lookup_places.h"

namespace credit::desk {

class AmendmentRunner {
public:
    // What they refer to must outlive it.
    AmendmentRunner(Desk& desk, const lookups::Pools& lookups) : desk_(desk), lookups_(lookups) {}

    // Told of every act, from any thread.
    void saw(const ledger::Act& act);
    // On the clerk's thread, when the time is trusted: at most some hundreds of listings. How many
    // acts came of it.
    Result<std::int64_t> look(Instant now);

private:
    // What is being carried out, and how far it is.
    struct Work {
        amendments::Trial trial;
        std::vector<std::string> standards;
        std::size_t at = 0;
        execution::ListingPlace place = {};
        bool touched = false;  // in this pass over all of them
    };

    Result<void> find_work(Instant now);
    Result<std::int64_t> touch_some(Instant now);
    Result<std::int64_t> complete(Instant now);

    Desk& desk_;
    lookups::Pools lookups_;
    std::atomic<bool> anew_ = true;
    std::optional<Date> looked_on_;
    std::optional<Work> work_;
};

}  // namespace credit::desk
