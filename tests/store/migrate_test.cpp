// Migrations, on both engines.

#include "sql/migrate.h"

#include <gtest/gtest.h>

#include <array>
#include <string>
#include <thread>
#include <vector>

#include "foundation/embedded_files.h"
#include "foundation/result.h"
#include "sql/session.h"
#include "sql/statement.h"
#include "tests/store/store_fixture.h"

namespace credit::sql {
namespace {

const Migration first{.number = 1,
                      .name = "0001_a",
                      .text = "CREATE TABLE a (x BIGINT);\nCREATE TABLE b (x DATE);\n"};
const Migration second{.number = 7, .name = "0007_c", .text = "CREATE TABLE c (x BYTES);"};
const Migration between{.number = 3, .name = "0003_d", .text = "CREATE TABLE d (x TEXT);"};

class MigrateTest : public store::EmptyStoreTest {
protected:
    std::string word_of(const Result<void>& result) {
        return result ? "" : result.error().grounds.front().word;
    }
    bool has_table(const std::string& name) {
        const std::string text = "SELECT count(*) FROM " + name;
        return session().query({.name = "test.count", .text = text}).has_value();
    }
};

INSTANTIATE_TEST_SUITE_P(, MigrateTest, store::both_engines(), store::engine_name);

TEST_P(MigrateTest, AppliesEachOnce) {
    ASSERT_TRUE(migrate_with(session(), std::array{first}));
    EXPECT_TRUE(has_table("b"));
    ASSERT_TRUE(migrate_with(session(), std::array{first, second}));
    EXPECT_TRUE(has_table("c"));
    EXPECT_TRUE(migrate_with(session(), std::array{first, second}));
}

TEST_P(MigrateTest, AppliesOneThatCameLaterWithALowerNumber) {
    ASSERT_TRUE(migrate_with(session(), std::array{first, second}));
    ASSERT_TRUE(migrate_with(session(), std::array{first, between, second}));
    EXPECT_TRUE(has_table("d"));
}

TEST_P(MigrateTest, RefusesAnOldMigrationThatWasChanged) {
    ASSERT_TRUE(migrate_with(session(), std::array{first}));
    auto changed = first;
    changed.text = "CREATE TABLE a (x TEXT);";
    EXPECT_EQ(word_of(migrate_with(session(), std::array{changed, second})),
              "sql.changed_migration");
    EXPECT_FALSE(has_table("c"));
}

TEST_P(MigrateTest, RefusesAStoreOfANewerProgram) {
    ASSERT_TRUE(migrate_with(session(), std::array{first, second}));
    EXPECT_EQ(word_of(migrate_with(session(), std::array{first})), "sql.newer_store");
}

TEST_P(MigrateTest, UndoesAMigrationThatFailsHalfway) {
    auto wrong = second;
    wrong.text = "CREATE TABLE c (x BYTES);\nCREATE TABEL d (x BYTES);";
    EXPECT_FALSE(migrate_with(session(), std::array{first, wrong}));
    EXPECT_TRUE(has_table("a"));
    EXPECT_FALSE(has_table("c"));
    EXPECT_TRUE(migrate_with(session(), std::array{first, second}));
}

TEST_P(MigrateTest, LetsTwoProgramsStartAtOnce) {
    ASSERT_TRUE(migrate_with(session(), {}));
    const auto start = [this](Result<void>& outcome) {
        outcome = migrate_with(*another_session(), std::array{first, second});
    };
    std::array<Result<void>, 3> outcomes;
    {
        std::vector<std::jthread> programs;
        for (auto& outcome : outcomes) programs.emplace_back(start, std::ref(outcome));
    }
    for (const auto& outcome : outcomes) EXPECT_TRUE(outcome.has_value());
    EXPECT_TRUE(has_table("c"));
}

TEST_P(MigrateTest, BringsAnEmptyStoreToTheNewest) {
    ASSERT_TRUE(migrate(session()));
    EXPECT_TRUE(migrate(session()));
}

TEST(MigrationsFor, TakesTheTextOfItsEngineInTheOrderOfNumbers) {
    constexpr std::array<foundation::EmbeddedFile, 5> files{
        {{"law/parameters.toml", "x"},
         {"src/sql/migrations/0010_c.sql", "both"},
         {"src/sql/migrations/0002_b.postgres.sql", "postgres"},
         {"src/sql/migrations/0002_b.sqlite.sql", "sqlite"},
         {"src/sql/migrations/0001_a.sql", "both"}}};
    const auto names = [&](Engine engine) {
        std::string joined;
        for (const auto& migration : migrations_for(engine, files)) joined += migration.name + " ";
        return joined;
    };
    EXPECT_EQ(names(Engine::Sqlite), "0001_a 0002_b.sqlite 0010_c ");
    EXPECT_EQ(names(Engine::Postgres), "0001_a 0002_b.postgres 0010_c ");
}

}  // namespace
}  // namespace credit::sql
