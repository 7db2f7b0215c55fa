#include "tests/store/migrated_files.h"

#include <array>
#include <cstddef>
#include <filesystem>
#include <string>
#include <system_error>

#include "foundation/check.h"
#include "ledger/store_places.h"
#include "sql/migrate.h"
#include "tests/store/opened_store.h"

namespace credit::store {
namespace {

std::array<std::filesystem::path, 3> files_of(const std::string& store,
                                              const std::filesystem::path& home) {
    const auto places = ledger::StorePlaces::of(store, home);
    CHECK(places.has_value());
    return {places->store, places->lookups, places->blocks};
}

}  // namespace

MigratedFiles::MigratedFiles() : folder_(private_folder()) {
    for (const auto& file : files_of(folder_ / "store.db", folder_)) {
        CHECK(sql::open_migrated(file.string()).has_value());
    }
}

MigratedFiles::~MigratedFiles() {
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
}

void MigratedFiles::copy_to(const std::string& store, const std::filesystem::path& home) const {
    const auto from = files_of(folder_ / "store.db", folder_);
    const auto to = files_of(store, home);
    for (std::size_t place = 0; place < to.size(); ++place) {
        std::filesystem::create_directories(to[place].parent_path());
        std::filesystem::copy_file(from[place], to[place]);
    }
}

}  // namespace credit::store
