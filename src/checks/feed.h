// The feed of the check index: what the store says is live, at start and after each act.

#pragma once

#include <cstddef>

#include "checks/index.h"
#include "foundation/result.h"
#include "ledger/act.h"
#include "sql/pool.h"
#include "sql/session.h"

namespace credit::checks {

// Everything live in the store.
Result<void> fill_index(sql::Session& session, Index& index);

// After the commit of an act and before its caller is told: the subject of the act anew, or the
// authority at which a measure is stopped. When the store cannot be read, nothing of the subject,
// or at the authority, is executable until it can: what was live is put on hold, and catch_up reads
// it again.
void follow(sql::Pool& pool, Index& index, const ledger::Act& act);

// Subjects that could not be read are read again, at most `most` of them; stops at the first that
// cannot be read still. How many are left.
std::size_t catch_up(sql::Pool& pool, Index& index, std::size_t most);

}  // namespace credit::checks
