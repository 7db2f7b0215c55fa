#include "notices/channels/outbox_thread.h"

#include <chrono>
#include <mutex>
#include <stop_token>

#include "foundation/clock.h"
#include "notices/channels/outbox.h"

namespace credit::notices {
namespace {

constexpr std::chrono::milliseconds between_looks{1000};

}  // namespace

OutboxThread::OutboxThread(Outbox& outbox, const Clock& clock)
    : outbox_(outbox),
      clock_(clock),
      thread_([this](const std::stop_token& stopping) { run(stopping); }) {}

OutboxThread::~OutboxThread() {
    thread_.request_stop();
    changed_.notify_all();
}

void OutboxThread::wake() {
    {
        const std::scoped_lock lock(guard_);
        woken_ = true;
    }
    changed_.notify_one();
}

// A store that is away is tried again at the next look; what was claimed comes back by itself.
void OutboxThread::run(const std::stop_token& stopping) {
    while (!stopping.stop_requested()) {
        const auto tried = outbox_.send_due(clock_);
        if (!tried || *tried == 0) wait(stopping);
    }
}

void OutboxThread::wait(const std::stop_token& stopping) {
    std::unique_lock lock(guard_);
    changed_.wait_for(lock, stopping, between_looks, [this] { return woken_; });
    woken_ = false;
}

}  // namespace credit::notices
