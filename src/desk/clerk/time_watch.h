// Watch over the time (时钟监看): whether the machine's clock can be believed.
//
// What is past does not come back. With a clock set back, what has ended would bind and be public
// again: nothing that has a day is answered until the clock is right, and then service goes on by
// itself. Whether it leapt ahead is for the clerk, who alone ends what is due.
//
// Beyond: the law asks for dates that are true; the watch is how the register keeps to that.

#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>

#include "foundation/clock.h"
#include "foundation/result.h"

namespace credit::desk {

class TimeWatch {
public:
    // Whose clock it is. A simulated one goes as it pleases, but not behind the last act either.
    enum class Of : std::uint8_t { Machine, Simulation };

    // When the last act was recorded, and when the watch begins.
    TimeWatch(Instant last_act, Instant begun, Of of);

    // An act was recorded at this time: whoever performed it believed it.
    void saw(Instant recorded_at);

    // Unavailable "desk.clock_set_back" when the time is earlier than what was told before.
    Result<void> believe(Instant now) const;

private:
    using Milliseconds = std::chrono::milliseconds;
    // What the time must be when the clock was not touched; nothing before the first belief.
    Milliseconds expected() const;

    bool of_machine_;
    std::atomic<std::int64_t> last_act_;
    std::atomic<std::int64_t> ahead_of_steady_;  // the time less what the steady clock shows
};

}  // namespace credit::desk
