#include "tests/scenarios/runner/fresh_store.h"

#include <unistd.h>

#include <filesystem>
#include <string>

#include "tests/store/kept_store.h"
#include "tests/store/migrated_files.h"
#include "tests/store/opened_store.h"

namespace credit::scenarios {
namespace {

std::string next_schema() {
    static int count = 0;
    return "scenario_" + std::to_string(::getpid()) + "_" + std::to_string(++count);
}

}  // namespace

FreshStore::FreshStore(const store::MigratedFiles& files)
    : folder_(store::private_folder()), store_(folder_ / "store.db") {
    files.copy_to(store_, home());
}

FreshStore::FreshStore(const std::string& postgres_url)
    : folder_(store::private_folder()), url_(postgres_url) {
    if (store::on_cluster()) {
        store_ = store::empty_cluster_store(url_);
        return;
    }
    schema_ = next_schema();
    store::execute(*store::opened(url_), "CREATE SCHEMA " + schema_);
    store_ = store::within_schema(url_, schema_);
}

FreshStore::FreshStore(const store::KeptSchema& kept)
    : folder_(store::private_folder()), store_(kept.emptied()) {}

FreshStore::~FreshStore() {
    if (!schema_.empty())
        store::execute(*store::opened(url_), "DROP SCHEMA " + schema_ + " CASCADE");
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
}

}  // namespace credit::scenarios
