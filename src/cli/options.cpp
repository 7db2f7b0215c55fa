#include "cli/options.h"

#include <filesystem>
#include <optional>

#include "ledger/store_places.h"

namespace credit::cli {

std::optional<std::filesystem::path> Options::home_of_store() const {
    if (!home.empty()) return home;
    return ledger::is_postgres(store) ? ledger::default_home(store) : std::nullopt;
}

std::optional<std::filesystem::path> Options::home_of_target() const {
    if (!target_home.empty()) return target_home;
    return ledger::is_postgres(target) ? ledger::default_home(target) : std::nullopt;
}

}  // namespace credit::cli
