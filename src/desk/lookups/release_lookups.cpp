#include "desk/lookups/release_lookups.h"

#include <expected>

#include "access/occasion.h"
#include "desk/desk.h"
#include "desk/lookups/seal_lookups.h"
#include "foundation/clock.h"
#include "foundation/result.h"
#include "lookups/seals/release.h"
#include "sql/pool.h"
#include "sql/session.h"

namespace credit::desk {
namespace {

Result<bool> is_due(const LookupParts& parts, Instant now) {
    auto lease = TRY(parts.desk.pool().lease(sql::Access::Read));
    const auto due = TRY(lookups::to_release(*lease, parts.desk.law(), day_of(now)));
    return !due.empty();
}

}  // namespace

Result<void> release_lookups(const LookupParts& parts, Instant now) {
    if (TRY(is_due(parts, now))) {
        const auto act = parts.desk.perform(
            {.principal = register_itself(), .channel = "clerk", .received_at = now}, "R",
            [](const access::Occasion& occasion) { return lookups::release(occasion); });
        // Another node was faster.
        if (!act && act.error().grounds.front().word != "lookups.released_meanwhile") {
            return std::unexpected(act.error());
        }
    }
    auto lease = TRY(parts.desk.pool().lease(sql::Access::Read));
    const auto stretches = TRY(lookups::released(*lease));
    auto looked = TRY(parts.pools.table.lease(sql::Access::Write));
    return lookups::delete_released(*looked, stretches);
}

}  // namespace credit::desk
