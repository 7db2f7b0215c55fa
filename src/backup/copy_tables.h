// Copying tables (复制数据): every row from one reading of a store into an empty one, on whatever
// engine either lies, in one transaction, and then read back and proved equal.

#pragma once

#include <vector>

#include "backup/table_proof.h"
#include "foundation/result.h"

namespace credit::backup {

// The target has the newest migrations. Conflict "backup.other_version" when the source has not, so
// that an older server may still serve it; Conflict "backup.not_empty" when the target holds rows,
// and then nothing was copied; Unavailable "backup.came_out_otherwise" (table) when what was read
// back is not what was read: nothing is kept then either. The errors of the store.
Result<std::vector<TableProof>> copy_tables(const Sessions& from, const Sessions& to,
                                            const Progress& progress);

}  // namespace credit::backup
