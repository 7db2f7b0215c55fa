// Moving a register to another store (登记库迁移): a copy, after which nothing is written where it
// came from, so that nothing is acknowledged that the register does not know.
//
// Nobody serves an embedded store meanwhile. On PostgreSQL other nodes may stand on it: their acts,
// look-ups and numbering wait, are refused after ten seconds, and stay refused once it is moved. A
// move that fails, however it ends, leaves the old store in service.

#pragma once

#include <vector>

#include "backup/table_proof.h"
#include "foundation/clock.h"
#include "foundation/result.h"
#include "ledger/store_places.h"

namespace credit::backup {

// The errors of copy_store; Conflict "sql.locked" while the old store is served from its home,
// "backup.other_version" when it lacks a migration; Unavailable "ledger.store_moved" when it was
// moved before, "sql.try_again" when a writer at work takes too long, "backup.old_not_closed".
Result<std::vector<TableProof>> move_store(const ledger::StorePlaces& from,
                                           const ledger::StorePlaces& to, Instant now,
                                           const Progress& progress);

}  // namespace credit::backup
