// Opening of what checks told (待反馈事项): one act for each check that told duties for which its
// authority has to answer, before the look-ups are sealed. So whatever is sealed was opened.

#pragma once

#include "desk/desk.h"
#include "desk/lookups/seal_lookups.h"
#include "foundation/clock.h"
#include "foundation/result.h"
#include "ledger/act.h"
#include "lookups/lookup.h"
#include "lookups/seals/sealed_rows.h"

namespace credit::desk {

// Of the settled look-ups of a stretch, many in one transaction; what stands already stays.
Result<void> open_executions(const LookupParts& parts, Instant now,
                             const lookups::Stretch& stretch);

// One at once, for an officer who answers before the seal. Nothing happens when it stands already;
// Refused "execution.no_duty".
Result<void> open_execution_now(Desk& desk, Instant now, const lookups::Lookup& lookup);

}  // namespace credit::desk
