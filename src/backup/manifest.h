// The manifest of a backup (备份清单): what every table held when it was made. It is written last:
// a folder without it is no backup.

#pragma once

#include <filesystem>
#include <string_view>
#include <vector>

#include "backup/table_proof.h"
#include "foundation/clock.h"
#include "foundation/result.h"

namespace credit::backup {

inline constexpr std::string_view manifest_name = "backup.json";

struct Manifest {
    Instant made_at;
    std::vector<TableProof> tables;
};

Result<void> write_manifest(const std::filesystem::path& folder, const Manifest& manifest);

// NotFound "backup.no_manifest": there is none, or the backup was cut short; InvalidInput
// "backup.manifest_broken".
Result<Manifest> read_manifest(const std::filesystem::path& folder);

// Conflict "backup.not_as_made" (table) at the first table that holds something else. One that a
// later program has beside them must be empty.
Result<void> expect_as_made(const Manifest& manifest, const std::vector<TableProof>& found);

}  // namespace credit::backup
