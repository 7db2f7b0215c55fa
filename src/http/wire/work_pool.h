// Pool of threads for work that may block, with a queue that does not grow for ever.

#pragma once

#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace credit::http {

class WorkPool {
public:
    // Carried out on a thread of the pool; or dropped, when it is only to say so.
    enum class Fate : std::uint8_t { Carried, Dropped };
    using Work = std::move_only_function<void(Fate)>;

    // In short turns: its threads, and those that they begin, stand back for all others.
    enum class Turns : std::uint8_t { Usual, Short };

    WorkPool(std::size_t threads, std::size_t waiting_max, Turns turns = Turns::Usual);
    WorkPool(const WorkPool&) = delete;
    WorkPool& operator=(const WorkPool&) = delete;
    // Finishes what waits, then ends the threads.
    ~WorkPool();

    // False, with the work untouched, when too much waits already or what waited was dropped.
    [[nodiscard]] bool post(Work& work);
    // Drops what waits, on this thread, and takes no more.
    void drop_waiting();
    std::size_t waiting() const;

private:
    void run();

    const Turns turns_;
    const std::size_t waiting_max_;
    mutable std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<Work> waiting_;
    bool taking_ = true;
    bool ending_ = false;
    std::vector<std::jthread> threads_;
};

}  // namespace credit::http
