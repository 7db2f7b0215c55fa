#include "sql/migration_text.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "sql/session.h"

namespace credit::sql {
namespace {

TEST(MigrationText, IsCutAtSemicolonsThatEndALine) {
    const auto statements = split_statements(
        "-- a comment; with a semicolon;\n"
        "CREATE TABLE a (\n    x TEXT  -- what it is;\n);\n\n"
        "INSERT INTO a VALUES ('-- not a comment; either');\n"
        "CREATE INDEX b ON a (x)\n");
    EXPECT_EQ(statements,
              (std::vector<std::string>{"CREATE TABLE a (\n    x TEXT\n)",
                                        "INSERT INTO a VALUES ('-- not a comment; either')",
                                        "CREATE INDEX b ON a (x)"}));
}

TEST(MigrationText, IsSpelledForSqlite) {
    EXPECT_EQ(spell("CREATE TABLE a (t TEXT, n BIGINT, b BYTES, d DATE)", Engine::Sqlite),
              "CREATE TABLE a (t TEXT, n INTEGER, b BLOB, d TEXT) STRICT");
    EXPECT_EQ(spell("CREATE TABLE a (n BIGINT PRIMARY KEY) WITHOUT ROWID", Engine::Sqlite),
              "CREATE TABLE a (n INTEGER PRIMARY KEY) WITHOUT ROWID, STRICT");
}

TEST(MigrationText, IsSpelledForPostgres) {
    EXPECT_EQ(spell("CREATE TABLE a (t TEXT, n BIGINT, b BYTES, d DATE)", Engine::Postgres),
              "CREATE TABLE a (t TEXT COLLATE \"C\", n BIGINT, b BYTEA, d DATE)");
}

TEST(MigrationText, LeavesQuotedWordsNamesAndCastsAlone) {
    for (const auto* text : {"INSERT INTO a VALUES ('DATE')", "CREATE INDEX DATE_OF ON a (x)",
                             "UPDATE a SET t = CAST(n AS TEXT)"}) {
        EXPECT_EQ(spell(text, Engine::Sqlite), text);
        EXPECT_EQ(spell(text, Engine::Postgres), text);
    }
}

}  // namespace
}  // namespace credit::sql
