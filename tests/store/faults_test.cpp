// What a session says when the engine fails: a full disk, a damaged file, a lost connection.

#include <gtest/gtest.h>

#include <array>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <future>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/result.h"
#include "sql/postgres/postgres_connection.h"
#include "sql/session.h"
#include "sql/statement.h"
#include "sql/value.h"
#include "tests/store/store_fixture.h"

namespace credit::sql {
namespace {

constexpr Statement create{.name = "test.create", .text = "CREATE TABLE note (words TEXT)"};
constexpr Statement insert{.name = "test.insert", .text = "INSERT INTO note (words) VALUES ($1)"};
constexpr Statement all{.name = "test.all", .text = "SELECT words FROM note"};

template <typename T>
std::string word_of(const Result<T>& result) {
    return result ? "" : result.error().grounds.front().word;
}

// Faults of one engine are tried on that engine alone.
class FaultsTest : public store::EmptyStoreTest {
protected:
    void SetUp() override {
        EmptyStoreTest::SetUp();
        if (IsSkipped()) return;
        ASSERT_TRUE(session().execute(create));
    }
    std::size_t count(Session& from) { return from.query(all).value().size(); }
};
class SqliteFaultsTest : public FaultsTest {};
class PostgresFaultsTest : public FaultsTest {};
INSTANTIATE_TEST_SUITE_P(, SqliteFaultsTest, testing::Values(Engine::Sqlite), store::engine_name);
INSTANTIATE_TEST_SUITE_P(, PostgresFaultsTest, testing::Values(Engine::Postgres),
                         store::engine_name);

TEST_P(SqliteFaultsTest, SaysThatTheDiskIsFullAndGoesOnWhenThereIsRoom) {
    constexpr Statement no_room{.name = "test.no_room", .text = "PRAGMA max_page_count = 1"};
    constexpr Statement room{.name = "test.room", .text = "PRAGMA max_page_count = 100000"};
    const std::string words(100'000, 'x');
    ASSERT_TRUE(session().execute(insert, {"first"}));
    ASSERT_TRUE(session().execute(no_room));
    {
        auto transaction = Transaction::begin(session()).value();
        ASSERT_TRUE(session().execute(insert, {"second"}));
        EXPECT_EQ(word_of(session().execute(insert, {words})), "sql.full");
        EXPECT_EQ(word_of(transaction.commit()), "sql.undone");
    }
    EXPECT_EQ(count(session()), 1U);
    ASSERT_TRUE(session().execute(room));
    auto transaction = Transaction::begin(session()).value();
    ASSERT_TRUE(session().execute(insert, {words}));
    ASSERT_TRUE(transaction.commit());
    EXPECT_EQ(count(*another_session()), 2U);
}

void overwrite(const std::string& file, std::streamoff from, std::streamoff through) {
    std::fstream stream(file, std::ios::in | std::ios::out | std::ios::binary);
    stream.seekp(from);
    for (auto at = from; at < through; ++at) stream.put('#');
}

TEST_P(SqliteFaultsTest, SaysThatAFileIsNoStore) {
    const auto file = (folder() / "other.db").string();
    std::ofstream(file) << std::string(10'000, 'x');
    EXPECT_EQ(word_of(open_session(file)), "sql.broken");
}

TEST_P(SqliteFaultsTest, SaysThatTheFileIsDamaged) {
    const auto copy = (folder() / "copy.db").string();
    constexpr Statement copy_out{.name = "test.copy", .text = "VACUUM INTO $1"};
    const std::string words(500, 'x');
    const std::vector<std::vector<Value>> rows(1000, {words});
    ASSERT_TRUE(session().append_rows("note", std::array<std::string_view, 1>{"words"}, rows));
    ASSERT_TRUE(session().execute(copy_out, {copy}));
    constexpr std::streamoff page = 4096;
    overwrite(copy, 10 * page, 100 * page);
    const auto damaged = open_session(copy);
    ASSERT_TRUE(damaged);
    EXPECT_EQ(word_of((*damaged)->query(all)), "sql.broken");
    EXPECT_EQ(count(session()), 1000U);
}

TEST_P(SqliteFaultsTest, SaysThatTheStoreIsAway) {
    EXPECT_EQ(word_of(open_session((folder() / "none" / "store.db").string())), "sql.unavailable");
    EXPECT_EQ(word_of(open_session(folder().string())), "sql.unavailable");
}

TEST_P(SqliteFaultsTest, KeepsTheFileToItsOwner) {
    using std::filesystem::perms;
    const auto allowed = std::filesystem::status(store()).permissions();
    EXPECT_EQ(allowed & (perms::group_all | perms::others_all), perms::none);
}

constexpr Statement end_own_connection{.name = "test.end",
                                       .text = "SELECT pg_terminate_backend(pg_backend_pid())"};
constexpr Statement own_number{.name = "test.number", .text = "SELECT pg_backend_pid()"};
constexpr Statement end_other{.name = "test.end_other",
                              .text = "SELECT pg_terminate_backend(CAST($1 AS INTEGER), 5000)"};

TEST_P(PostgresFaultsTest, NamesALostConnectionAndConnectsAgain) {
    EXPECT_EQ(word_of(session().query(end_own_connection)), "sql.unavailable");
    EXPECT_TRUE(session().execute(insert, {"a"}));
    EXPECT_EQ(count(session()), 1U);
}

TEST_P(PostgresFaultsTest, LosesTheTransactionWithItsConnection) {
    {
        auto transaction = Transaction::begin(session()).value();
        ASSERT_TRUE(session().execute(insert, {"a"}));
        EXPECT_EQ(word_of(session().query(end_own_connection)), "sql.unavailable");
        EXPECT_EQ(word_of(session().execute(insert, {"b"})), "sql.undone");
        EXPECT_EQ(word_of(transaction.commit()), "sql.undone");
    }
    auto transaction = Transaction::begin(session()).value();
    ASSERT_TRUE(session().execute(insert, {"c"}));
    ASSERT_TRUE(transaction.commit());
    EXPECT_EQ(count(*another_session()), 1U);
}

TEST_P(PostgresFaultsTest, NoticesAConnectionThatWasLostWhileIdle) {
    const auto number = session().find(own_number).value()->integer(0);
    ASSERT_EQ(another_session()->find(end_other, {number}).value()->integer(0), 1);
    EXPECT_TRUE(session().execute(insert, {"a"}));
}

TEST_P(PostgresFaultsTest, DoesNotWaitWithoutEndForASilentServer) {
    const auto connection = Connection::open(store()).value();
    ASSERT_TRUE(connection->send("SELECT pg_sleep(30)"));
    const auto start = std::chrono::steady_clock::now();
    EXPECT_EQ(connection->next(std::chrono::seconds{1}), nullptr);
    EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds{5});
    EXPECT_TRUE(connection->closed());
}

TEST_P(PostgresFaultsTest, SaysThatTheServerIsAway) {
    EXPECT_EQ(word_of(open_session("postgresql://127.0.0.1:1/none")), "sql.unavailable");
}

TEST_P(PostgresFaultsTest, GivesTwoThatWaitForEachOtherAnotherTry) {
    constexpr Statement lock{.name = "test.lock",
                             .text = "UPDATE note SET words = words WHERE words = $1"};
    ASSERT_TRUE(session().execute(insert, {"a"}));
    ASSERT_TRUE(session().execute(insert, {"b"}));
    const auto other = another_session();
    ASSERT_TRUE(session().begin(Access::Write));
    ASSERT_TRUE(other->begin(Access::Write));
    ASSERT_TRUE(session().execute(lock, {"a"}));
    ASSERT_TRUE(other->execute(lock, {"b"}));
    // Either may be the one that is given up; its rollback lets the other go on.
    const auto cross = [&lock](Session& from, const char* words) {
        const auto crossed = from.execute(lock, {words});
        from.rollback();
        return word_of(crossed);
    };
    auto theirs = std::async(std::launch::async, [&] { return cross(*other, "a"); });
    const auto mine = cross(session(), "b");
    EXPECT_EQ(mine + theirs.get(), "sql.try_again");
}

}  // namespace
}  // namespace credit::sql
