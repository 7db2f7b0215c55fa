#include "tests/store/kept_store.h"

#include <unistd.h>

#include <cstddef>
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
#include "sql/migrate.h"
#include "sql/session.h"
#include "tests/store/opened_store.h"

namespace credit::store {
namespace {

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

void make_anew(sql::Session& session, const std::string& schema) {
    execute(session, "DROP SCHEMA IF EXISTS " + schema + " CASCADE");
    execute(session, "CREATE SCHEMA " + schema);
    CHECK(sql::migrate(session).has_value());
    if (!on_cluster()) return;
    CHECK(sql::distribute_store(session, [](std::string_view) {}).has_value());
}

}  // namespace

bool on_cluster() {
    return std::getenv("XINHENG_TEST_CITUS") != nullptr;
}

std::string within_schema(const std::string& url, const std::string& schema) {
    return url + (url.contains('?') ? "&" : "?") + "options=-csearch_path%3D" + schema;
}

std::string emptied_store(const std::string& url, const std::string& schema) {
    std::string store = within_schema(url, schema);
    const auto session = opened(store);
    if (!is_whole(*session)) make_anew(*session, schema);
    empty(*session);
    return store;
}

std::string empty_cluster_store(const std::string& url) {
    return emptied_store(url, "distributed");
}

KeptSchema::KeptSchema(std::string url, std::size_t number)
    : url_(std::move(url)),
      name_("kept_" + std::to_string(::getpid()) + "_" + std::to_string(number)) {}

KeptSchema::~KeptSchema() {
    execute(*opened(url_), "DROP SCHEMA IF EXISTS " + name_ + " CASCADE");
}

}  // namespace credit::store
