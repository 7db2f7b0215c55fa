// The tool for failure injection, tried on a small act: two rows in one transaction.

#include "tests/store/failing_session.h"

#include <gtest/gtest.h>

#include "foundation/result.h"
#include "sql/session.h"
#include "sql/statement.h"
#include "tests/store/store_fixture.h"

namespace credit::store {
namespace {

constexpr sql::Statement create{.name = "test.create",
                                .text = "CREATE TABLE pair (name TEXT PRIMARY KEY)"};
constexpr sql::Statement insert{.name = "test.insert",
                                .text = "INSERT INTO pair (name) VALUES ($1)"};
constexpr sql::Statement all{.name = "test.all", .text = "SELECT name FROM pair"};

class FailingSessionTest : public EmptyStoreTest {};
INSTANTIATE_TEST_SUITE_P(, FailingSessionTest, both_engines(), engine_name);

Result<void> add_pair(sql::Session& session) {
    auto transaction = TRY(sql::Transaction::begin(session));
    TRY(session.execute(insert, {"a"}));
    TRY(session.execute(insert, {"b"}));
    return transaction.commit();
}

TEST_P(FailingSessionTest, FailsOnceAtEachCallAndThenNotAtAll) {
    ASSERT_TRUE(session().execute(create));
    int failures = 0;
    fail_at_each_call(session(), add_pair, [&](sql::Session& store) {
        ++failures;
        EXPECT_EQ(store.query(all).value().size(), 0U);
    });
    EXPECT_EQ(failures, 4);  // begin, two statements, commit
    EXPECT_EQ(session().query(all).value().size(), 2U);
}

TEST_P(FailingSessionTest, LosesTheTransactionThatMetTheFailure) {
    ASSERT_TRUE(session().execute(create));
    FailingSession failing(session(), 2);
    {
        auto transaction = sql::Transaction::begin(failing).value();
        EXPECT_FALSE(failing.execute(insert, {"a"}));
        EXPECT_FALSE(failing.execute(insert, {"a"}));
        EXPECT_FALSE(transaction.commit());
    }
    EXPECT_TRUE(add_pair(failing));
}

}  // namespace
}  // namespace credit::store
