// Counting anew (期限重算) at the start of a register whose release brings a further notice: every
// clock of working days that still runs, and every day for an acknowledgement.
//
// One act for each day that changes. Stopped half-way it goes on at the next start: what a later
// act set was counted by the new calendar already. Doing it again adds nothing. All nodes of a
// store are of one release.
//
// Reading: decision 0198

#pragma once

#include "access/occasion.h"
#include "desk/desk.h"
#include "foundation/result.h"

namespace credit::desk {

// The errors of the store undo the page at hand.
Result<void> recount_days(Desk& desk, const Caller& caller);

}  // namespace credit::desk
