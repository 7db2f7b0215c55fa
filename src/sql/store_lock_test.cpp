#include "sql/store_lock.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <utility>

#include "foundation/result.h"

namespace credit::sql {
namespace {

TEST(StoreLock, IsHeldByOneUntilItIsDropped) {
    const std::string file = testing::TempDir() + "xinheng-store-lock-test.lock";
    {
        auto lock = StoreLock::take(file).value();
        const StoreLock kept = std::move(lock);
        const auto second = StoreLock::take(file);
        ASSERT_FALSE(second);
        EXPECT_EQ(second.error().code, ErrorCode::Conflict);
        EXPECT_EQ(second.error().grounds.front().word, "sql.locked");
    }
    EXPECT_TRUE(StoreLock::take(file));
    std::filesystem::remove(file);
}

TEST(StoreLock, NeedsAPlaceForItsFile) {
    EXPECT_EQ(StoreLock::take("/nonexistent/S.lock").error().code, ErrorCode::Unavailable);
}

}  // namespace
}  // namespace credit::sql
