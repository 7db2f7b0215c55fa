// Copying tables (复制数据): every row from one reading of a store into an empty one, on whatever
// engine either lies, in one transaction, which stands open once they were read back and proved
// equal.

#pragma once

#include <vector>

#include "backup/manifest.h"
#include "backup/table_proof.h"
#include "foundation/result.h"
#include "sql/session.h"

namespace credit::backup {

// Nothing of it is there before it is committed; what the sessions belong to outlives it.
struct CopiedTables {
    std::vector<TableProof> proofs;
    std::vector<sql::Transaction> writings;

    // The database last: without it there is no store.
    Result<void> commit();
};

// The target has the newest migrations. Conflict, and nothing is kept: "backup.other_version" when
// the source has not, so that an older server may still serve it; "backup.rows_astray" (table) when
// rows lie where their table has none; "backup.not_empty" (table) when the target holds rows;
// "backup.not_as_made" (table) when the source does not hold what a manifest says. Unavailable
// "backup.came_out_otherwise" (table) when what was read back is not what was read. The errors of
// the store.
Result<CopiedTables> copy_tables(const Sessions& from, const Sessions& to, const Manifest* made,
                                 const Progress& progress);

}  // namespace credit::backup
