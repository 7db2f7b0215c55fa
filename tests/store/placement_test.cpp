// Every table of the migrations has its place on a cluster, and what is unique stays so there.

#include "sql/citus/placement.h"

#include <gtest/gtest.h>

#include <map>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "backup/tables.h"
#include "foundation/embedded_files.h"
#include "sql/citus/distribute_store.h"
#include "sql/migrate.h"
#include "sql/migration_text.h"
#include "sql/session.h"
#include "tests/store/kept_store.h"
#include "tests/store/store_fixture.h"

namespace credit::sql {
namespace {

using Kind = Placement::Kind;

class PlacementTest : public store::StoreTest {
protected:
    // The first column of each table's primary key.
    std::map<std::string, std::string> keys() {
        std::map<std::string, std::string> keys;
        const auto tables = backup::tables_of(session()).value();
        for (const auto& table : tables) {
            keys.emplace(table.name, table.key.front());
        }
        return keys;
    }
};
INSTANTIATE_TEST_SUITE_P(, PlacementTest, store::both_engines(), store::engine_name);

std::vector<Placement> all() {
    return placements().value();
}

struct UniqueIndex {
    std::string table;
    std::set<std::string> columns;
};

// Of the migrations: "CREATE UNIQUE INDEX name ON table (column, column)".
std::vector<UniqueIndex> unique_indexes(Engine engine) {
    std::vector<UniqueIndex> indexes;
    for (const auto& migration : migrations_for(engine, foundation::embedded_files())) {
        for (auto& text : split_statements(migration.text)) {
            if (!text.starts_with("CREATE UNIQUE INDEX ")) continue;
            for (char& each : text) each = each == '(' || each == ')' || each == ',' ? ' ' : each;
            std::istringstream words(text);
            UniqueIndex index;
            std::string skipped;
            words >> skipped >> skipped >> skipped >> skipped >> skipped >> index.table;
            for (std::string column; words >> column;) index.columns.insert(column);
            indexes.push_back(index);
        }
    }
    return indexes;
}

TEST_P(PlacementTest, NamesEveryTableOnce) {
    std::set<std::string> named;
    for (const auto& each : all()) {
        EXPECT_TRUE(named.insert(each.table).second) << each.table << " has two places";
    }
    std::set<std::string> made{"migration"};
    for (const auto& [table, key] : keys()) made.insert(table);
    EXPECT_EQ(named, made) << "say in placement.toml where a new table lies";
}

// A cluster refuses a unique index over rows that lie by another column.
TEST_P(PlacementTest, KeepsUniqueWhatIsUnique) {
    const auto key_of = keys();
    const auto indexes = unique_indexes(GetParam());
    EXPECT_GE(indexes.size(), 5U);
    for (const auto& each : all()) {
        for (const auto& index : indexes) {
            if (each.kind != Kind::Distributed || index.table != each.table) continue;
            EXPECT_TRUE(index.columns.contains(key_of.at(each.table))) << each.table;
        }
    }
}

TEST_P(PlacementTest, BeginsEachGroupWithItsFirstTable) {
    std::set<std::string> seen;
    for (const auto& each : all()) {
        if (each.kind != Kind::Distributed) continue;
        seen.insert(each.table);
        EXPECT_TRUE(seen.contains(each.group)) << each.table << " comes before " << each.group;
    }
}

TEST_P(PlacementTest, IsRefusedWhereThereIsNoCluster) {
    const auto report = distribute_store(session(), [](std::string_view) {});
    if (GetParam() == Engine::Postgres && store::on_cluster()) {
        ASSERT_TRUE(report.has_value());
        EXPECT_TRUE(report->placed.empty());
        EXPECT_EQ(report->standing.size() + report->local.size(), all().size());
        return;
    }
    ASSERT_FALSE(report.has_value());
    EXPECT_EQ(report.error().grounds.front().word, "sql.no_citus");
}

}  // namespace
}  // namespace credit::sql
