// The files of an embedded store that has its tables and nothing in them: made once, copied for
// each seed.

#pragma once

#include <filesystem>
#include <string>

#include "tests/scenarios/runner/fresh_store.h"

namespace credit::simulation {

class MigratedFiles {
public:
    MigratedFiles();

    // Where nothing is yet; the home is the store's.
    void copy_to(const std::string& store, const std::filesystem::path& home) const;

private:
    scenarios::FreshStore made_;
};

}  // namespace credit::simulation
