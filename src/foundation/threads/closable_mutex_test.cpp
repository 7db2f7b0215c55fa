#include "foundation/threads/closable_mutex.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <future>
#include <mutex>
#include <thread>
#include <vector>

namespace credit {
namespace {

TEST(ClosableMutex, LetsOneInAtATime) {
    ClosableMutex mutex;
    std::atomic<int> inside = 0;
    std::atomic<int> most = 0;
    std::vector<std::jthread> threads;
    for (int number = 0; number < 4; ++number) {
        threads.emplace_back([&] {
            for (int times = 0; times < 200; ++times) {
                if (!mutex.lock_while_open()) return;
                const std::unique_lock held(mutex, std::adopt_lock);
                most = std::max(most.load(), ++inside);
                --inside;
            }
        });
    }
    threads.clear();
    EXPECT_EQ(most, 1);
    EXPECT_TRUE(std::unique_lock(mutex, std::try_to_lock).owns_lock());
}

TEST(ClosableMutex, SendsAwayWhoWaitsAndLeavesItToWhoHasIt) {
    ClosableMutex mutex;
    ASSERT_TRUE(mutex.lock_while_open());
    EXPECT_FALSE(mutex.try_lock());
    auto waiting = std::async(std::launch::async, [&] { return mutex.lock_while_open(); });
    EXPECT_EQ(waiting.wait_for(std::chrono::milliseconds{50}), std::future_status::timeout);
    mutex.close();
    EXPECT_FALSE(waiting.get());
    EXPECT_TRUE(mutex.closed());
    mutex.unlock();
    EXPECT_FALSE(mutex.try_lock()) << "it is free, and closed";
    EXPECT_FALSE(mutex.lock_while_open());
}

}  // namespace
}  // namespace credit
