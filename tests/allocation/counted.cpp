#include "tests/allocation/counted.h"

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <new>

namespace credit::allocation {
namespace {

std::atomic<std::uint64_t> total = 0;
thread_local bool counts = false;

void* take(std::size_t size, std::size_t alignment) {
    if (counts) total.fetch_add(1, std::memory_order_relaxed);
    void* const memory = alignment == 0
                             ? std::malloc(size)
                             : std::aligned_alloc(alignment, (size + alignment - 1) & -alignment);
    if (memory == nullptr) std::abort();
    return memory;
}

}  // namespace

void count_this_thread() {
    counts = true;
}

std::uint64_t counted() {
    return total.load(std::memory_order_relaxed);
}

}  // namespace credit::allocation

void* operator new(std::size_t size) {
    return credit::allocation::take(size, 0);
}
void* operator new(std::size_t size, std::align_val_t alignment) {
    return credit::allocation::take(size, static_cast<std::size_t>(alignment));
}
void operator delete(void* memory) noexcept {
    std::free(memory);
}
void operator delete(void* memory, std::size_t /*size*/) noexcept {
    std::free(memory);
}
void operator delete(void* memory, std::align_val_t /*alignment*/) noexcept {
    std::free(memory);
}
void operator delete(void* memory, std::size_t /*size*/, std::align_val_t /*alignment*/) noexcept {
    std::free(memory);
}
