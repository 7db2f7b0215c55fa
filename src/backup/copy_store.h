// Copying a store (复制登记库): its tables, its keys, its log, its evidence, and what must stay
// erased; from places to places, whatever engine is at either end.
//
// A backup is an embedded store in a folder of its own, with a manifest: it is made from a store
// that serves meanwhile, and `xinheng ledger verify` and `rebuild --check` read it as any other.
// Restoring one and moving a store to another engine are the same copy in another direction. The
// database is committed last: without its rows there is no register, so that none is half there,
// and what a copy that failed left is cleared away by it or by the next (backup/attempt.h).

#pragma once

#include <filesystem>
#include <functional>
#include <vector>

#include "backup/manifest.h"
#include "backup/table_proof.h"
#include "foundation/clock.h"
#include "foundation/result.h"
#include "ledger/store_places.h"

namespace credit::backup {

// The embedded store within the folder of a backup.
Result<ledger::StorePlaces> places_in(const std::filesystem::path& folder);

struct CopyTerms {
    const Manifest* made = nullptr;  // what the source must hold
    // When all is written and proved: an error undoes it.
    std::function<Result<void>()> before_commit = {};
};

// NotFound "desk.not_opened" when there is no register; Conflict "backup.not_empty" when there is
// one at the target; Conflict "backup.not_as_made" (table) when it does not hold what a manifest
// says; Unavailable "backup.came_out_otherwise", "foundation.file_not_written". The journal of
// erasures at the target stays and is added to.
Result<std::vector<TableProof>> copy_store(const ledger::StorePlaces& from,
                                           const ledger::StorePlaces& to, const Progress& progress,
                                           const CopyTerms& terms);

// Makes the folder, which must not be there or be empty, but for a backup that came to nothing.
Result<std::vector<TableProof>> make_backup(const ledger::StorePlaces& store,
                                            const std::filesystem::path& folder, Instant now,
                                            const Progress& progress);

// The errors of read_manifest; Conflict "backup.not_as_made" (table) when it no longer holds what
// its manifest says.
Result<std::vector<TableProof>> restore_backup(const std::filesystem::path& folder,
                                               const ledger::StorePlaces& store,
                                               const Progress& progress);

}  // namespace credit::backup
