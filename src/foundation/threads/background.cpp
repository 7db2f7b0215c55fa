#include "foundation/threads/background.h"

#include <sched.h>        // NOLINT(misc-include-cleaner): SCHED_OTHER likewise
#include <sys/syscall.h>  // NOLINT(misc-include-cleaner): names the call from a header of its own
#include <unistd.h>

#include <cstdint>

namespace credit {
namespace {

// What sched_setattr(2) reads, in its first form; the C library has neither.
struct Turns {
    std::uint32_t size = sizeof(Turns);
    std::uint32_t policy = SCHED_OTHER;
    std::uint64_t flags = 0;
    std::int32_t niceness = 0;
    std::uint32_t priority = 0;
    std::uint64_t length = 0;  // in nanoseconds
    std::uint64_t deadline = 0;
    std::uint64_t period = 0;
};

// On Linux a thread has a niceness of its own, and since 6.12 a length of its turns: whoever wakes
// waits for the end of a turn, some milliseconds else, however nice the thread is. Where they
// cannot be set, the work is done all the same.
void take_turns(std::int32_t niceness) {
    constexpr std::uint64_t shortest = 100'000;
    const Turns turns{.niceness = niceness, .length = shortest};
    static_cast<void>(::syscall(SYS_sched_setattr, 0, &turns, 0));
}

}  // namespace

void work_in_background() {
    constexpr std::int32_t standing_back = 19;
    take_turns(standing_back);
}

void work_in_short_turns() {
    constexpr std::int32_t after_others = 10;
    take_turns(after_others);
}

void work_after_checks() {
    constexpr std::int32_t after_checks = 5;
    take_turns(after_checks);
}

}  // namespace credit
