// The clerk (到期办理): performs what falls due by itself, bucket by bucket, and nothing else.
//
// Reads filter by day, so that a clerk who stands still keeps nothing in force or public. When time
// leaps or goes back he stops, and readiness says so: nobody's period ends because a clock was
// wrong.

#pragma once

#include <condition_variable>
#include <cstdint>
#include <functional>
#include <mutex>
#include <optional>
#include <span>
#include <stop_token>
#include <thread>
#include <utility>
#include <vector>

#include "desk/desk.h"
#include "foundation/clock.h"
#include "foundation/result.h"
#include "ledger/clocks.h"

namespace credit::desk {

class Clerk {
public:
    // Both must outlive him.
    Clerk(Desk& desk, const Clock& clock) : desk_(desk), clock_(clock) {}
    ~Clerk();
    Clerk(const Clerk&) = delete;
    Clerk& operator=(const Clerk&) = delete;

    // Whether a pause is taken as it is, however long the register stood still before.
    enum class Pause { AsFound, Confirmed };
    // What he also does at every look, before anything else: what must not wait for a day to end.
    // Before start() only.
    void at_each_look(std::function<void()> work) { at_each_look_.push_back(std::move(work)); }
    void look() const;
    // And what he does when the day is worked off and the time trusted; it is done again when it
    // fails. Before start() only.
    using TrustedWork = std::function<Result<void>(Instant)>;
    void when_trusted(TrustedWork work) { when_trusted_.push_back(std::move(work)); }

    // Works from now on, on a thread of his own, until he is gone.
    void start(Pause pause);

    // Performs all whose period ended before the day of that moment; how many acts came of it.
    // Unavailable when the store is away: what was performed stays, the rest is done next time.
    Result<std::int64_t> sweep(Instant now);

    // What stands against readiness: "desk.clock_leapt", "desk.clock_went_back", or the last
    // failure.
    Grounds judge() const;

private:
    void run(const std::stop_token& stopping);
    void pass();
    bool time_is_trusted(Instant now);
    Result<std::vector<ledger::StatutoryClock>> some_due(
        std::vector<ledger::DueQuery>& queries) const;
    Result<std::int64_t> perform(std::span<const ledger::StatutoryClock> due, Instant now);

    Desk& desk_;
    const Clock& clock_;
    Pause pause_ = Pause::AsFound;
    std::optional<Instant> seen_;  // the last moment that he trusted
    std::optional<Date> swept_;    // the last day that he worked off
    mutable std::mutex guard_;
    std::condition_variable_any changed_;
    Grounds against_;
    std::vector<std::function<void()>> at_each_look_;
    std::vector<TrustedWork> when_trusted_;
    std::jthread thread_;
};

}  // namespace credit::desk
