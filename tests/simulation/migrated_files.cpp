#include "tests/simulation/migrated_files.h"

#include <array>
#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>

#include "foundation/check.h"
#include "ledger/store_places.h"
#include "sql/migrate.h"
#include "sql/session.h"
#include "sql/sqlite/one_thread.h"

namespace credit::simulation {
namespace {

std::array<std::filesystem::path, 3> files_of(const std::string& store,
                                              const std::filesystem::path& home) {
    const auto places = ledger::StorePlaces::of(store, home);
    CHECK(places.has_value());
    return {places->store, places->lookups, places->blocks};
}

}  // namespace

MigratedFiles::MigratedFiles() : made_(std::nullopt) {
    sql::keep_to_one_thread();
    for (const auto& file : files_of(made_.store(), made_.folder())) {
        const auto session = sql::open_session(file.string());
        CHECK(session.has_value());
        CHECK(sql::migrate(**session).has_value());
    }
}

void MigratedFiles::copy_to(const std::string& store, const std::filesystem::path& home) const {
    const auto from = files_of(made_.store(), made_.folder());
    const auto to = files_of(store, home);
    for (std::size_t place = 0; place < to.size(); ++place) {
        std::filesystem::create_directories(to[place].parent_path());
        std::filesystem::copy_file(from[place], to[place]);
    }
}

}  // namespace credit::simulation
