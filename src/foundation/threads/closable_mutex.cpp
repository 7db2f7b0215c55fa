#include "foundation/threads/closable_mutex.h"

#include <mutex>

namespace credit {

bool ClosableMutex::lock_while_open() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return closed_ || !held_; });
    if (closed_) return false;
    held_ = true;
    return true;
}

bool ClosableMutex::try_lock() {
    const std::scoped_lock lock(mutex_);
    if (closed_ || held_) return false;
    held_ = true;
    return true;
}

void ClosableMutex::unlock() {
    {
        const std::scoped_lock lock(mutex_);
        held_ = false;
    }
    changed_.notify_one();
}

void ClosableMutex::close() {
    {
        const std::scoped_lock lock(mutex_);
        closed_ = true;
    }
    changed_.notify_all();
}

bool ClosableMutex::closed() const {
    const std::scoped_lock lock(mutex_);
    return closed_;
}

}  // namespace credit
