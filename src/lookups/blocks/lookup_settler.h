// The settler of look-up blocks: a thread that moves them into their table when nobody asks for a
// moment, or when too many wait.
//
// A rush is taken up at once and settled afterwards; so that it cannot pile up without end, the
// writer waits for a step past the brake. Where blocks lie apart their writer, while there is one,
// is the only one who writes there: it removes those that are settled, a few with each of its
// commits, so that no answer waits for the file.

#pragma once

#include <atomic>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "foundation/result.h"
#include "lookups/blocks/lookup_block.h"
#include "sql/session.h"

namespace credit::lookups {

class LookupSettler {
public:
    using Open = std::function<Result<std::unique_ptr<sql::Session>>()>;
    // Of look-ups that are not settled.
    struct Limits {
        std::size_t usual = 500'000;   // more do not wait for a quiet moment
        std::size_t most = 2'000'000;  // past them the writer waits
    };
    // Starts the thread. `blocks` is empty where they lie with the table; both are asked again
    // after a failure.
    LookupSettler(Open table, Open blocks, Limits limits);
    // Settles for a moment; what takes longer is left for the next start.
    ~LookupSettler();
    LookupSettler(const LookupSettler&) = delete;
    LookupSettler& operator=(const LookupSettler&) = delete;

    // For the writer. It is called when blocks to remove have waited for a while, until it calls
    // this with nothing.
    void call_on(std::function<void()> writer);
    // The settled blocks to remove next, at most so many, into what the writer keeps for them.
    // `removed` follows, or the next question when they are still there.
    void take_settled(std::vector<std::string>& blocks, std::size_t blocks_max);
    void removed();
    // So many more are durable. Past the brake it waits for a step, or for blocks to remove.
    void recorded(std::size_t lookups);
    // Durable, but not yet in the table; of those recorded since the start.
    std::size_t unsettled() const { return unsettled_.load(std::memory_order_relaxed); }

private:
    bool pressed() const { return unsettled() > limits_.usual; }
    void work();
    bool wait_for_work();
    bool settle_some(std::size_t lookups_min);
    Result<Settled> settle_blocks(std::size_t lookups_min);
    std::vector<std::string> leave_to_writer(std::vector<std::string> blocks);
    Result<void> open();

    Open open_table_;
    Open open_blocks_;
    Limits limits_;
    std::unique_ptr<sql::Session> table_;
    std::unique_ptr<sql::Session> blocks_;
    std::mutex mutex_;
    std::condition_variable arrived_;
    std::condition_variable stepped_;
    std::condition_variable removed_;
    std::function<void()> writer_;
    std::vector<std::string> settled_;  // left to the writer
    bool being_removed_ = false;
    bool stopping_ = false;
    bool waits_ = true;           // at the start a crash may have left something
    std::uint64_t recorded_ = 0;  // since the start
    std::uint64_t steps_ = 0;
    std::atomic<std::size_t> unsettled_ = 0;
    std::jthread thread_;
};

}  // namespace credit::lookups
