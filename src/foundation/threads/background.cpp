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

constexpr std::int32_t niceness_after_checks = 5;
constexpr std::uint64_t shortest_turn = 100'000;

}  // namespace

// On Linux a thread has a niceness of its own, and since 6.12 a length of its turns: whoever wakes
// waits for the end of a turn, some milliseconds else, however nice the thread is. Where they
// cannot be set, the work is done all the same.
void work_after_checks() {
    const Turns turns{.niceness = niceness_after_checks, .length = shortest_turn};
    static_cast<void>(::syscall(SYS_sched_setattr, 0, &turns, 0));
}

}  // namespace credit
