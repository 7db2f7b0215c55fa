#include "tests/store/cluster_store.h"

#include <cstdlib>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "backup/tables.h"
#include "foundation/check.h"
#include "sql/citus/distribute_store.h"
#include "sql/citus/placement.h"
#include "sql/session.h"
#include "sql/statement.h"

namespace credit::store {
namespace {

void execute(sql::Session& session, const std::string& text) {
    CHECK(session.execute(sql::Statement{.name = "test.cluster", .text = text}).has_value());
}

std::vector<sql::Placement> placements() {
    auto read = sql::placements();
    CHECK(read.has_value());
    return *std::move(read);
}

void empty(sql::Session& session) {
    auto transaction = sql::Transaction::begin(session);
    CHECK(transaction.has_value());
    for (const auto& placement : placements()) {
        if (placement.table != "migration") execute(session, "DELETE FROM " + placement.table);
    }
    CHECK(transaction->commit().has_value());
}

// Whether its tables are those of the migrations: a test may have left others.
bool is_whole(sql::Session& session) {
    const auto found = backup::tables_of(session);
    CHECK(found.has_value());
    std::set<std::string> names{"migration"};
    for (const auto& table : *found) names.insert(table.name);
    std::set<std::string> wanted;
    for (const auto& placement : placements()) wanted.insert(placement.table);
    return names == wanted;
}

void make_anew(sql::Session& session) {
    execute(session, "DROP SCHEMA IF EXISTS distributed CASCADE");
    execute(session, "CREATE SCHEMA distributed");
    CHECK(sql::migrate(session).has_value());
    CHECK(sql::distribute_store(session, [](std::string_view) {}).has_value());
}

}  // namespace

bool on_cluster() {
    return std::getenv("XINHENG_TEST_CITUS") != nullptr;
}

std::string empty_cluster_store(const std::string& url) {
    const std::string store = url + "?options=-csearch_path%3Ddistributed";
    const auto session = sql::open_session(store);
    CHECK(session.has_value());
    if (!is_whole(**session)) make_anew(**session);
    empty(**session);
    return store;
}

}  // namespace credit::store
