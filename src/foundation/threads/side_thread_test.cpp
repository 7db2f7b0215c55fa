#include "foundation/threads/side_thread.h"

#include <gtest/gtest.h>

#include <chrono>
#include <string>
#include <thread>
#include <vector>

#include "foundation/result.h"

namespace credit {
namespace {

using namespace std::chrono_literals;

TEST(SideThread, DoesOneAfterAnotherAndSaysWhatBecameOfIt) {
    std::vector<int> done;
    SideThread beside;
    EXPECT_TRUE(beside.outcome().has_value()) << "nothing was given";
    for (int number = 0; number < 100; ++number) {
        beside.give([&done, number]() -> Result<void> {
            done.push_back(number);
            if (number % 10 == 9) return fail(ErrorCode::NotFound, "test.every_tenth");
            return {};
        });
        EXPECT_EQ(beside.outcome().has_value(), number % 10 != 9) << number;
    }
    EXPECT_EQ(done.size(), 100U);
    EXPECT_EQ(done.back(), 99);
}

TEST(SideThread, IsBesideTheCallersAndAlwaysTheSame) {
    std::vector<std::thread::id> ids;
    SideThread beside;
    for (int time = 0; time < 3; ++time) {
        beside.give([&ids]() -> Result<void> {
            ids.push_back(std::this_thread::get_id());
            return {};
        });
        EXPECT_TRUE(beside.outcome().has_value());
    }
    EXPECT_NE(ids.front(), std::this_thread::get_id());
    EXPECT_EQ(ids, std::vector(3, ids.front()));
}

TEST(SideThread, EndsAfterWhatItWasGiven) {
    std::string said;
    {
        SideThread beside;
        beside.give([&said]() -> Result<void> {
            std::this_thread::sleep_for(20ms);
            said = "done";
            return {};
        });
    }
    EXPECT_EQ(said, "done");
}

}  // namespace
}  // namespace credit
