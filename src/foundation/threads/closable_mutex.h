// A mutex whose waiters are sent away when the work is to end.
//
// For std::unique_lock, with try_to_lock or adopt_lock; there is no waiting that cannot end.

#pragma once

#include <condition_variable>
#include <mutex>

namespace credit {

class ClosableMutex {
public:
    // Waits until it is free; false, and nothing is held, once it is closed.
    bool lock_while_open();
    // False as well once it is closed.
    bool try_lock();
    void unlock();

    // From any thread, also while somebody holds it: he keeps it.
    void close();
    bool closed() const;

private:
    mutable std::mutex mutex_;
    std::condition_variable changed_;
    bool held_ = false;
    bool closed_ = false;
};

}  // namespace credit
