#include "sql/sqlite/one_thread.h"

#include <atomic>

namespace credit::sql {
namespace {

std::atomic<bool> kept = false;

}  // namespace

void keep_to_one_thread() {
    kept.store(true, std::memory_order_relaxed);
}

bool one_thread() {
    return kept.load(std::memory_order_relaxed);
}

}  // namespace credit::sql
