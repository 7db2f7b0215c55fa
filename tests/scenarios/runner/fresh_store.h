// A store for one scenario, on the engine asked for; gone with everything in it afterwards.

#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "tests/store/kept_store.h"

namespace credit::scenarios {

class FreshStore {
public:
    // An empty file in a private folder; with a URL, an empty schema of that PostgreSQL.
    explicit FreshStore(std::optional<std::string> postgres_url);
    // What others used before, emptied.
    explicit FreshStore(const store::KeptSchema& kept);
    FreshStore(const FreshStore&) = delete;
    FreshStore& operator=(const FreshStore&) = delete;
    ~FreshStore();

    // As --store takes it.
    const std::string& store() const { return store_; }
    const std::filesystem::path& folder() const { return folder_; }

private:
    std::filesystem::path folder_;
    std::optional<std::string> url_;
    std::string schema_;  // to be dropped with it
    std::string store_;
};

// Of XINHENG_TEST_POSTGRES, or of the one that ctest started; none when there is no server.
std::optional<std::string> postgres_for_tests();

}  // namespace credit::scenarios
