#include "tests/store/store_fixture.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <memory>
#include <string>

#include "sql/session.h"
#include "tests/store/kept_store.h"
#include "tests/store/opened_store.h"

namespace credit::store {
namespace {

std::string schema_name() {
    return "test_" + std::to_string(::getpid());
}

}  // namespace

std::string engine_name(const testing::TestParamInfo<sql::Engine>& info) {
    return info.param == sql::Engine::Sqlite ? "Sqlite" : "Postgres";
}

void EmptyStoreTest::SetUp() {
    prepare();
}

void StoreTest::SetUp() {
    clustered_ = GetParam() == sql::Engine::Postgres && on_cluster();
    prepare();
    if (IsSkipped()) return;
    const auto migrated = sql::migrate(*session_);
    ASSERT_TRUE(migrated.has_value()) << migrated.error().grounds.front().word;
}

void StoreTest::prepare() {
    folder_ = private_folder();
    store_ = folder_ / "store.db";
    if (GetParam() == sql::Engine::Postgres) {
        const auto url = postgres_for_tests();
        if (!url) GTEST_SKIP() << "no PostgreSQL: tests/postgres/start.sh build/postgres";
        if (!clustered_) execute(*opened(*url), "CREATE SCHEMA " + schema_name());
        store_ = clustered_ ? empty_cluster_store(*url) : within_schema(*url, schema_name());
    }
    session_ = opened(store_);
}

void StoreTest::TearDown() {
    const bool was_opened = session_ != nullptr;
    session_.reset();
    if (was_opened && GetParam() == sql::Engine::Postgres && !clustered_) {
        execute(*opened(*postgres_for_tests()), "DROP SCHEMA " + schema_name() + " CASCADE");
    }
    std::filesystem::remove_all(folder_);
}

std::unique_ptr<sql::Session> StoreTest::another_session() const {
    return opened(store_);
}

}  // namespace credit::store
