// Follower (跟随): learns what other nodes of the same store performed, so that this node answers
// as if it had performed it itself.
//
// It looks several times a second at what the log grew by and at what waits for its number, and
// tells the desk's observers of every act that is not this node's own. A node that could not look
// within a second does not know what is in force: it says so, and no duty follows from what it
// knows.
//
// Law: luzhengfa-2017-44 item 20 — what is being verified is not executed, at whichever counter

#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <stop_token>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "desk/desk.h"
#include "foundation/result.h"
#include "ledger/act.h"

namespace credit::desk {

class Follower {
public:
    using Time = std::chrono::steady_clock::time_point;
    // What was looked at from that moment on is known.
    using Confirm = std::function<void(Time)>;

    // From that place of the log on. All must outlive it.
    Follower(Desk& desk, std::int64_t place, Confirm confirm)
        : desk_(desk), confirm_(std::move(confirm)), place_(place) {}
    Follower(const Follower&) = delete;
    Follower& operator=(const Follower&) = delete;
    ~Follower();

    // An act of this node, of which every other observer was told: it is not told again. The last
    // of the observers that known_place() is to speak for.
    void own(const ledger::Act& act);
    // Looks once; how many acts of others it told of. The errors of the store: all is told by the
    // next look that succeeds.
    Result<std::int64_t> look();
    // Looks from now on, on a thread of its own.
    void start();

    // What keeps it from looking; none while all is well.
    Grounds judge() const;
    // Since the last look that succeeded.
    std::chrono::milliseconds behind() const;
    // Of every act before that place of the log, of this node or another, all observers were told.
    std::int64_t known_place() const { return place_.load(); }

private:
    void run(const std::stop_token& stopping);
    std::int64_t tell(const std::vector<ledger::Act>& acts);
    void forget(const std::vector<ledger::Act>& acts, std::size_t numbered);

    Desk& desk_;
    Confirm confirm_;
    std::atomic<std::int64_t> place_;
    std::atomic<Time> confirmed_ = Time{};
    mutable std::mutex guard_;
    std::uint64_t looks_ = 0;
    // Acts that will be seen again, and in which look they were last.
    std::map<std::string, std::uint64_t, std::less<>> told_;
    std::condition_variable_any changed_;
    Grounds against_;
    std::jthread thread_;  // last: it uses all the others
};

}  // namespace credit::desk
