#include "tests/store/store_fixture.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <memory>
#include <string>

#include "foundation/check.h"
#include "sql/session.h"
#include "sql/statement.h"
#include "tests/store/kept_store.h"

namespace credit::store {
namespace {

std::string postgres_url() {
    if (const char* url = std::getenv("XINHENG_TEST_POSTGRES")) return url;
    std::ifstream file(std::filesystem::path(XINHENG_TEST_POSTGRES_FOLDER) / "url");
    std::string url;
    std::getline(file, url);
    return url;
}

std::string schema_name() {
    return "test_" + std::to_string(::getpid());
}

std::unique_ptr<sql::Session> open(const std::string& store) {
    auto session = sql::open_session(store);
    CHECK(session.has_value());
    return std::move(*session);
}

void execute(const std::string& url, const std::string& text) {
    CHECK(open(url)->execute(sql::Statement{.name = "test.schema", .text = text}).has_value());
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
    auto pattern = (std::filesystem::temp_directory_path() / "xinheng-test-XXXXXX").string();
    CHECK(::mkdtemp(pattern.data()) != nullptr);
    folder_ = pattern;
    store_ = folder_ / "store.db";
    if (GetParam() == sql::Engine::Postgres) {
        const auto url = postgres_url();
        if (url.empty()) GTEST_SKIP() << "no PostgreSQL: tests/postgres/start.sh build/postgres";
        if (!clustered_) execute(url, "CREATE SCHEMA " + schema_name());
        store_ = clustered_ ? empty_cluster_store(url) : within_schema(url, schema_name());
    }
    session_ = open(store_);
}

void StoreTest::TearDown() {
    const bool opened = session_ != nullptr;
    session_.reset();
    if (opened && GetParam() == sql::Engine::Postgres && !clustered_) {
        execute(postgres_url(), "DROP SCHEMA " + schema_name() + " CASCADE");
    }
    std::filesystem::remove_all(folder_);
}

std::unique_ptr<sql::Session> StoreTest::another_session() const {
    return open(store_);
}

}  // namespace credit::store
