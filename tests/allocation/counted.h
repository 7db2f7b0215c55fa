// Allocations by operator new, of the threads that asked to be counted.

#pragma once

#include <cstdint>

namespace credit::allocation {

// From now on this thread's allocations count.
void count_this_thread();
// By all counted threads so far.
std::uint64_t counted();

}  // namespace credit::allocation
