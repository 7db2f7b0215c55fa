#include "http/wire/work_pool.h"

#include <cstddef>
#include <deque>
#include <mutex>
#include <utility>

#include "foundation/threads/background.h"

namespace credit::http {

WorkPool::WorkPool(std::size_t threads, std::size_t waiting_max, Turns turns)
    : turns_(turns), waiting_max_(waiting_max) {
    for (std::size_t number = 0; number < threads; ++number) {
        threads_.emplace_back([this] { run(); });
    }
}

WorkPool::~WorkPool() {
    {
        const std::scoped_lock lock(mutex_);
        ending_ = true;
    }
    changed_.notify_all();
}

bool WorkPool::post(Work& work) {
    {
        const std::scoped_lock lock(mutex_);
        if (!taking_ || ending_ || waiting_.size() >= waiting_max_) return false;
        waiting_.push_back(std::move(work));
    }
    changed_.notify_one();
    return true;
}

void WorkPool::drop_waiting() {
    std::deque<Work> dropped;
    {
        const std::scoped_lock lock(mutex_);
        taking_ = false;
        dropped.swap(waiting_);
    }
    for (auto& work : dropped) work(Fate::Dropped);
}

std::size_t WorkPool::waiting() const {
    const std::scoped_lock lock(mutex_);
    return waiting_.size();
}

void WorkPool::run() {
    if (turns_ == Turns::Short) work_after_checks();
    while (true) {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [this] { return ending_ || !waiting_.empty(); });
        if (waiting_.empty()) return;
        Work work = std::move(waiting_.front());
        waiting_.pop_front();
        lock.unlock();
        work(Fate::Carried);
    }
}

}  // namespace credit::http
