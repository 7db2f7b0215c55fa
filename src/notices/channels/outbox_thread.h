// The outbox at work: one thread that sends what is due, woken by every act.

#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <stop_token>
#include <thread>

#include "foundation/clock.h"
#include "notices/channels/outbox.h"

namespace credit::notices {

class OutboxThread {
public:
    // Starts at once. Both must outlive it.
    OutboxThread(Outbox& outbox, const Clock& clock);
    OutboxThread(const OutboxThread&) = delete;
    OutboxThread& operator=(const OutboxThread&) = delete;
    // Finishes the letters it has begun, and ends.
    ~OutboxThread();

    // Says that an act was committed; without it the thread looks by itself soon enough.
    void wake();

private:
    void run(const std::stop_token& stopping);
    void wait(const std::stop_token& stopping);

    Outbox& outbox_;
    const Clock& clock_;
    std::mutex guard_;
    std::condition_variable_any changed_;
    bool woken_ = false;
    std::jthread thread_;  // last: it uses all the others
};

}  // namespace credit::notices
