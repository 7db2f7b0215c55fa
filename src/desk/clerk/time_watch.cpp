#include "desk/clerk/time_watch.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdint>
#include <limits>

#include "foundation/clock.h"
#include "foundation/result.h"

namespace credit::desk {
namespace {

using std::chrono::milliseconds;

// Clocks of several nodes differ, and are put right, by seconds.
constexpr milliseconds behind_max = std::chrono::minutes{1};
// After a longer pause the time at the start proves nothing: the clock may have leapt before it.
constexpr milliseconds pause_max = std::chrono::days{16};
constexpr std::int64_t no_belief = std::numeric_limits<std::int64_t>::min();

milliseconds steady_now() {
    return std::chrono::duration_cast<milliseconds>(
        std::chrono::steady_clock::now().time_since_epoch());
}

void raise(std::atomic<std::int64_t>& value, std::int64_t to) {
    auto seen = value.load(std::memory_order_relaxed);
    while (seen < to && !value.compare_exchange_weak(seen, to, std::memory_order_relaxed)) {
    }
}

}  // namespace

TimeWatch::TimeWatch(Instant last_act, Instant begun, Of of)
    : of_machine_(of == Of::Machine),
      last_act_(last_act.milliseconds),
      ahead_of_steady_(no_belief) {
    const milliseconds pause{begun.milliseconds - last_act.milliseconds};
    if (of_machine_ && pause <= pause_max)
        ahead_of_steady_ = begun.milliseconds - steady_now().count();
}

void TimeWatch::saw(Instant recorded_at) {
    raise(last_act_, recorded_at.milliseconds);
    if (of_machine_) raise(ahead_of_steady_, recorded_at.milliseconds - steady_now().count());
}

TimeWatch::Milliseconds TimeWatch::expected() const {
    const Milliseconds last{last_act_.load(std::memory_order_relaxed)};
    const auto ahead = ahead_of_steady_.load(std::memory_order_relaxed);
    return ahead == no_belief ? last : std::max(last, Milliseconds{ahead} + steady_now());
}

Result<void> TimeWatch::believe(Instant now) const {
    if (Milliseconds{now.milliseconds} + behind_max >= expected()) return {};
    return fail(ErrorCode::Unavailable, "desk.clock_set_back");
}

}  // namespace credit::desk
