// Opening of an execution (待反馈事项): "execution.open_execution", by the register itself, of a
// check that told duties for which somebody has to answer.
//
// The check only marks what it showed (lookups/shown.h); the duties are read here from the
// catalogue of the day of the check, and stand in the act from then on.
//
// Law:     luzhengfa-2017-44 items 4, 16 — who must check, checks; what was carried out is fed back
// Reading: decision 0185

#pragma once

#include <string_view>
#include <vector>

#include "access/occasion.h"
#include "execution/execution.h"
#include "foundation/result.h"
#include "ledger/draft.h"
#include "lookups/lookup.h"

namespace credit::execution {

// Homed at the subject of the look-up; its id is the receipt. Refused "execution.no_duty" where
// nothing has to be answered for, "execution.open_already".
Result<ledger::Draft> open_execution(const access::Occasion& occasion,
                                     const lookups::Lookup& lookup);

}  // namespace credit::execution
