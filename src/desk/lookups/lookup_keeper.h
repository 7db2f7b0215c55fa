// The keeper of look-ups (查询记录管护): one thread that seals every few minutes and at the end,
// and every hour watches and lets go what is kept no longer.
//
// A seal accuses what comes behind it. Where other nodes look up in the same store it leaves out
// what may still be on its way there, also at the end.

#pragma once

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <optional>
#include <stop_token>
#include <string>
#include <thread>

#include "desk/lookups/seal_lookups.h"
#include "foundation/clock.h"
#include "foundation/result.h"

namespace credit::desk {

class LookupKeeper {
public:
    // Starts at once. What the parts hold and the clock must outlive it.
    LookupKeeper(LookupParts parts, const Clock& clock);
    LookupKeeper(const LookupKeeper&) = delete;
    LookupKeeper& operator=(const LookupKeeper&) = delete;
    // Seals what was looked up by then, on a store of several nodes but for the last minutes, and
    // ends.
    ~LookupKeeper();

    std::uint64_t sealed() const { return sealed_.load(std::memory_order_relaxed); }
    std::uint64_t signs() const { return signs_.load(std::memory_order_relaxed); }
    // What keeps it from going on; none while all is well.
    std::optional<Error> failure() const;

private:
    void run(const std::stop_token& stopping);
    // Whether it is to stop.
    bool wait(const std::stop_token& stopping);
    std::string settled_id() const;
    Result<void> seal(const std::string& through_id);
    Result<void> watch();
    void report(const Result<void>& outcome);

    LookupParts parts_;
    const Clock& clock_;
    bool alone_;  // no other process has this store
    std::atomic<std::uint64_t> sealed_ = 0;
    std::atomic<std::uint64_t> signs_ = 0;
    mutable std::mutex guard_;
    std::condition_variable_any changed_;
    std::optional<Error> failure_;
    std::jthread thread_;  // last: it uses all the others
};

}  // namespace credit::desk
