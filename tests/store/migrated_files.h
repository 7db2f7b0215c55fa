// The files of an embedded store that has its tables and nothing in them: made once, copied for
// each scenario or seed, since making them takes longer than most of these do.

#pragma once

#include <filesystem>
#include <string>

namespace credit::store {

class MigratedFiles {
public:
    MigratedFiles();
    MigratedFiles(const MigratedFiles&) = delete;
    MigratedFiles& operator=(const MigratedFiles&) = delete;
    ~MigratedFiles();

    // Where nothing is yet; the home is the store's.
    void copy_to(const std::string& store, const std::filesystem::path& home) const;

private:
    std::filesystem::path folder_;
};

}  // namespace credit::store
