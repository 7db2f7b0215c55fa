// A fresh, migrated store for each test, on each engine: what every register's contract runs on.
//
//   class ListingRegisterTest : public store::StoreTest {};
//   INSTANTIATE_TEST_SUITE_P(, ListingRegisterTest, store::both_engines(), store::engine_name);
//   TEST_P(ListingRegisterTest, FindsWhatWasListed) { … session() … }
//
// PostgreSQL is the one of XINHENG_TEST_POSTGRES (a URL), or the one that ctest starts through
// tests/postgres/start.sh; by hand: tests/postgres/start.sh build/postgres.

#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <memory>
#include <string>

#include "sql/session.h"

namespace credit::store {

inline auto both_engines() {
    return testing::Values(sql::Engine::Sqlite, sql::Engine::Postgres);
}

std::string engine_name(const testing::TestParamInfo<sql::Engine>& info);

class StoreTest : public testing::TestWithParam<sql::Engine> {
protected:
    void SetUp() override;
    void TearDown() override;

    sql::Session& session() { return *session_; }
    // As --store takes it, to open further sessions or pools on the same store.
    const std::string& store() const { return store_; }
    std::unique_ptr<sql::Session> another_session() const;
    // A private folder of this test, also on PostgreSQL; removed after it.
    const std::filesystem::path& folder() const { return folder_; }

    void prepare();  // opens an empty store

private:
    bool clustered_ = false;  // on a cluster, where all tests share one store (kept_store.h)
    std::filesystem::path folder_;
    std::string store_;
    std::unique_ptr<sql::Session> session_;
};

// An empty store: not even migrated.
class EmptyStoreTest : public StoreTest {
protected:
    void SetUp() override;
};

}  // namespace credit::store
