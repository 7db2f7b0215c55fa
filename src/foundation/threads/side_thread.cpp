#include "foundation/threads/side_thread.h"

#include <functional>
#include <future>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>

#include "foundation/check.h"
#include "foundation/result.h"

namespace credit {

SideThread::~SideThread() {
    if (outcome_.valid()) outcome_.wait();
    {
        const std::scoped_lock lock(mutex_);
        ending_ = true;
    }
    changed_.notify_one();
}

void SideThread::give(std::function<Result<void>()> work) {
    CHECK(!outcome_.valid());
    std::packaged_task<Result<void>()> task(std::move(work));
    outcome_ = task.get_future();
    {
        const std::scoped_lock lock(mutex_);
        given_ = std::move(task);
    }
    if (!thread_.joinable()) thread_ = std::jthread([this] { this->work(); });
    changed_.notify_one();
}

Result<void> SideThread::outcome() {
    return outcome_.valid() ? outcome_.get() : Result<void>();
}

void SideThread::work() {
    std::unique_lock lock(mutex_);
    while (true) {
        changed_.wait(lock, [this] { return given_ || ending_; });
        if (!given_) return;
        auto task = std::move(*given_);
        given_.reset();
        lock.unlock();
        task();
        lock.lock();
    }
}

}  // namespace credit
