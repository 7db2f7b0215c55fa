// Tells corrections (更正告知): after the rows of a submission became visible, each record that
// they replaced and that somebody was shown gets an act that tells them, a little at a time. So no
// submission waits for it, and what a crash left is found at the next start, or by another node on
// the next day.

#pragma once

#include <atomic>
#include <cstdint>
#include <optional>
#include <vector>

#include "desk/desk.h"
#include "foundation/clock.h"
#include "foundation/result.h"
#include "lookups/blocks/lookup_places.h"
#include "lookups/correction.h"
#include "records/corrections/correction_register.h"

namespace credit::desk {

class CorrectionTeller {
public:
    // What they refer to must outlive it.
    CorrectionTeller(Desk& desk, const lookups::Pools& lookups) : desk_(desk), lookups_(lookups) {}

    // Told when rows became visible, from any thread.
    void saw_rows() { anew_.store(true, std::memory_order_relaxed); }
    // On the clerk's thread, when the time is trusted: at most some hundreds of records. How many
    // acts came of it.
    Result<std::int64_t> look(Instant now);

private:
    // What is being told, and how far it is.
    struct Work {
        records::ReplacingSubmission submission;
        records::Replacement place = {};
    };

    struct ToTell {
        records::Replacement replacement;
        lookups::Reached reached;
    };

    Result<void> find_work(Date today);
    Result<std::vector<ToTell>> next_to_tell(Date day) const;
    Result<std::int64_t> tell_some(Instant now);
    Result<void> finish();

    Desk& desk_;
    lookups::Pools lookups_;
    std::atomic<bool> anew_ = true;
    std::optional<Date> looked_on_;
    std::optional<Work> work_;
};

}  // namespace credit::desk
