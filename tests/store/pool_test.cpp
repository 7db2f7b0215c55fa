#include "sql/pool.h"

#include <gtest/gtest.h>

#include <atomic>
#include <cstdint>
#include <memory>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

#include "foundation/result.h"
#include "sql/session.h"
#include "sql/statement.h"
#include "tests/store/store_fixture.h"

namespace credit::sql {
namespace {

constexpr Statement create{.name = "test.create", .text = "CREATE TABLE tally (count BIGINT)"};
constexpr Statement start{.name = "test.start", .text = "INSERT INTO tally (count) VALUES (0)"};
constexpr Statement add{.name = "test.add", .text = "UPDATE tally SET count = count + 1"};
constexpr Statement read{.name = "test.read", .text = "SELECT count FROM tally"};

class PoolTest : public store::EmptyStoreTest {};
INSTANTIATE_TEST_SUITE_P(, PoolTest, store::both_engines(), store::engine_name);

TEST_P(PoolTest, GivesTheSameSessionAgain) {
    Pool pool(store(), 2);
    const Session* first = &*pool.lease(Access::Read).value();
    EXPECT_EQ(&*pool.lease(Access::Read).value(), first);
}

TEST_P(PoolTest, GivesTwoReadersTwoSessions) {
    Pool pool(store(), 2);
    const auto first = pool.lease(Access::Read).value();
    const auto second = pool.lease(Access::Read).value();
    EXPECT_NE(&*first, &*second);
}

TEST_P(PoolTest, LetsWritersWaitForEachOther) {
    ASSERT_TRUE(session().execute(create));
    ASSERT_TRUE(session().execute(start));
    Pool pool(store(), 2);
    std::atomic<int> failures = 0;
    const auto write = [&]() -> Result<void> {
        const auto lease = TRY(pool.lease(Access::Write));
        auto transaction = TRY(Transaction::begin(*lease));
        TRY(lease->execute(add));
        return transaction.commit();
    };
    {
        std::vector<std::jthread> writers;
        for (int writer = 0; writer < 4; ++writer) {
            writers.emplace_back([&] {
                for (int turn = 0; turn < 25; ++turn) failures += write() ? 0 : 1;
            });
        }
    }
    EXPECT_EQ(failures, 0);
    EXPECT_EQ(session().find(read).value()->integer(0), 100);
}

TEST(Pool, SaysThatTheStoreIsAwayAndAsksAgainLater) {
    Pool pool("/nonexistent/store.db", 1);
    EXPECT_FALSE(pool.lease(Access::Read));
    EXPECT_FALSE(pool.lease(Access::Read));
}

// Readers share a view between single reads; none of them may miss what was committed before.
TEST_P(PoolTest, ReadsWhatWasJustCommitted) {
    ASSERT_TRUE(session().execute(create));
    ASSERT_TRUE(session().execute(start));
    Pool pool(store(), 2);
    const auto reader = pool.lease(Access::Read).value();
    for (std::int64_t turn = 0; turn < 100; ++turn) {
        EXPECT_EQ(reader->find(read).value()->integer(0), turn);
        EXPECT_EQ(reader->find(read).value()->integer(0), turn);
        const auto writer = pool.lease(Access::Write).value();
        if (turn % 2 == 0) {
            ASSERT_TRUE(writer->execute(add));
            continue;
        }
        auto transaction = Transaction::begin(*writer).value();
        ASSERT_TRUE(writer->execute(add));
        ASSERT_TRUE(transaction.commit());
    }
}

TEST_P(PoolTest, BeginsTransactionsAfterSingleReads) {
    ASSERT_TRUE(session().execute(create));
    ASSERT_TRUE(session().execute(start));
    Pool pool(store(), 2);
    const auto reader = pool.lease(Access::Read).value();
    EXPECT_EQ(reader->find(read).value()->integer(0), 0);
    {
        const auto view = Transaction::begin_reading(*reader).value();
        EXPECT_EQ(reader->find(read).value()->integer(0), 0);
    }
    EXPECT_TRUE(reader->execute(add));
    EXPECT_EQ(reader->find(read).value()->integer(0), 1);
}

}  // namespace
}  // namespace credit::sql
