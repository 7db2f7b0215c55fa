// A store that the register was moved out of (已迁出的登记库): it can be read, and nothing is
// written there any more, since the register goes on elsewhere.

#pragma once

#include "foundation/clock.h"
#include "foundation/result.h"
#include "sql/session.h"

namespace credit::ledger {

// Unavailable "ledger.store_moved". Asked after what is written and before it is acknowledged: who
// moves a store holds its writers off until this is so (sql::hold_writers).
Result<void> expect_not_moved(sql::Session& session);

// Within the transaction that holds the writers off. Conflict "sql.taken" when it is so already.
Result<void> mark_moved(sql::Session& session, Instant moved_at);

}  // namespace credit::ledger
