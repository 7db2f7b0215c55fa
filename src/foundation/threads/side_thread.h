// A thread beside the caller's, for one piece of work after another.
//
// It stays the same thread: memory that it takes is its own again, which is not so where each piece
// has a new one.

#pragma once

#include <condition_variable>
#include <functional>
#include <future>
#include <mutex>
#include <optional>
#include <thread>

#include "foundation/result.h"

namespace credit {

class SideThread {
public:
    SideThread() = default;
    SideThread(const SideThread&) = delete;
    SideThread& operator=(const SideThread&) = delete;
    // Waits for what it was given.
    ~SideThread();

    // One at a time: the outcome of the one before was taken. What it borrows must outlive it.
    void give(std::function<Result<void>()> work);
    // What became of it; well when nothing was given.
    Result<void> outcome();

private:
    void work();

    std::mutex mutex_;
    std::condition_variable changed_;
    std::optional<std::packaged_task<Result<void>()>> given_;
    std::future<Result<void>> outcome_;
    bool ending_ = false;
    std::jthread thread_;  // begun with the first
};

}  // namespace credit
