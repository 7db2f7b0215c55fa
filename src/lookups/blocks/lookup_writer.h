// The writer of look-up records: many answers wait for one commit.
//
// A thread of its own takes whatever has gathered while the last commit was on its way to the disk,
// writes it as one block and then lets the answers go. Nothing is delayed on purpose; what becomes
// of the blocks is the settler's. In the steady state nothing is allocated: entries are kept and
// used again.

#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "foundation/result.h"
#include "lookups/blocks/lookup_settler.h"
#include "lookups/lookup.h"
#include "sql/session.h"

namespace credit::lookups {

// One look-up on its way. Whoever fills it gets it back, durable or refused, in `done`.
struct Entry {
    Lookup lookup;
    // Called once on the writer's thread. An error means that nothing was recorded and that the
    // answer must not leave.
    void (*done)(Entry&, const Result<void>& outcome) = nullptr;
    void* owner = nullptr;           // for done
    void* context = nullptr;         // for done
    std::uint64_t seen_version = 0;  // of the index when the answer was made, for done
};

class LookupWriter {
public:
    // Starts the thread. `open` gives a session; it is asked again after a failure. At most `limit`
    // look-ups wait at once.
    using Open = std::function<Result<std::unique_ptr<sql::Session>>()>;
    // Without a settler blocks are settled by readers alone: then nothing depends on how fast the
    // machine is.
    explicit LookupWriter(Open open, std::size_t limit = 65536, LookupSettler* settler = nullptr);
    // Writes what waits, then stops.
    ~LookupWriter();
    LookupWriter(const LookupWriter&) = delete;
    LookupWriter& operator=(const LookupWriter&) = delete;

    // An entry to fill; null when too many wait: answer Unavailable "lookups.too_many".
    Entry* acquire();
    void release(Entry& entry);
    // Hands it to the thread. The entry belongs to the writer until `done` was called with it, then
    // to whoever `done` belongs to, who submits it again or releases it.
    void submit(Entry& entry);

    // From now on what is submitted with an id up to that one is refused, Unavailable
    // "lookups.too_late".
    void refuse_through(std::string id);
    // Before everything up to and with that id is sealed: the same, and returns when nothing of it
    // is on its way.
    void close_through(std::string id);

    std::uint64_t recorded() const { return recorded_.load(std::memory_order_relaxed); }
    std::uint64_t commits() const { return commits_.load(std::memory_order_relaxed); }
    std::size_t waiting() const;
    // Why a write failed in the last seconds, for readiness; none while all is well. Only a further
    // write can show that the fault is gone, so it is told for that long and not for ever.
    std::optional<Error> failure() const;

private:
    void work();
    bool take(std::vector<Entry*>& batch);
    void record(const std::vector<Entry*>& batch);
    Result<void> open();
    Result<void> write(const std::vector<Entry*>& batch);
    void remove_settled();
    void report(const Result<void>& outcome, std::size_t count);

    Open open_;
    std::size_t limit_;
    LookupSettler* settler_;
    std::unique_ptr<sql::Session> session_;
    std::deque<Entry> entries_;  // all there are; addresses stand
    std::vector<Entry*> free_;
    std::vector<Entry*> queue_;
    std::string closed_through_;    // of ids
    std::uint64_t submitted_ = 0;   // since the start
    std::uint64_t worked_off_ = 0;  // of them
    std::string block_;
    std::vector<std::string> settled_;  // blocks that go with the next commit
    mutable std::mutex mutex_;
    std::condition_variable arrived_;
    std::condition_variable worked_;
    bool stopping_ = false;
    bool called_ = false;  // by the settler
    std::optional<Error> failure_;
    std::chrono::steady_clock::time_point failed_at_;
    std::atomic<std::uint64_t> recorded_ = 0;
    std::atomic<std::uint64_t> commits_ = 0;
    std::jthread thread_;
};

}  // namespace credit::lookups
