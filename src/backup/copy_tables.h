// Copying tables (复制数据): every row from one reading of a store into an empty one, on whatever
// engine either lies, in one transaction, and then read back and proved equal.

#pragma once

#include <vector>

#include "backup/manifest.h"
#include "backup/table_proof.h"
#include "foundation/result.h"

namespace credit::backup {

// The target has the newest migrations. Conflict, and nothing is kept: "backup.other_version" when
// the source has not, so that an older server may still serve it; "backup.rows_astray" (table) when
// rows lie where their table has none; "backup.not_empty" (table) when the target holds rows;
// "backup.not_as_made" (table) when the source does not hold what a manifest says. Unavailable
// "backup.came_out_otherwise" (table) when what was read back is not what was read. The errors of
// the store.
Result<std::vector<TableProof>> copy_tables(const Sessions& from, const Sessions& to,
                                            const Manifest* made, const Progress& progress);

}  // namespace credit::backup
