// A store for one scenario or seed, without a row; gone with everything in it afterwards.

#pragma once

#include <filesystem>
#include <string>

#include "tests/store/kept_store.h"
#include "tests/store/migrated_files.h"

namespace credit::scenarios {

class FreshStore {
public:
    // An embedded store in a private folder.
    explicit FreshStore(const store::MigratedFiles& files);
    // A schema of its own in the PostgreSQL at that address.
    explicit FreshStore(const std::string& postgres_url);
    // What others used before, emptied.
    explicit FreshStore(const store::KeptSchema& kept);
    FreshStore(const FreshStore&) = delete;
    FreshStore& operator=(const FreshStore&) = delete;
    ~FreshStore();

    // As --store takes it.
    const std::string& store() const { return store_; }
    // For what a store keeps beside its database.
    std::filesystem::path home() const { return folder_ / "home"; }

private:
    std::filesystem::path folder_;
    std::string url_;
    std::string schema_;  // to be dropped with it
    std::string store_;
};

}  // namespace credit::scenarios
