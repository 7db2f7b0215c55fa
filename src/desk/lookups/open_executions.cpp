#include "desk/lookups/open_executions.h"

#include <algorithm>
#include <cstddef>
#include <expected>
#include <span>
#include <vector>

#include "access/occasion.h"
#include "desk/desk.h"
#include "desk/lookups/seal_lookups.h"
#include "execution/open_execution.h"
#include "foundation/clock.h"
#include "foundation/result.h"
#include "lookups/lookup.h"
#include "lookups/lookup_register.h"
#include "lookups/seals/sealed_rows.h"
#include "sql/pool.h"
#include "sql/session.h"

namespace credit::desk {
namespace {

constexpr std::size_t opened_at_once = 100;

Caller the_register(Instant now) {
    return {.principal = register_itself(), .channel = "clerk", .received_at = now};
}

Work opening_of(const lookups::Lookup& lookup) {
    return {.home_key = lookup.subject_key, .decide = [&lookup](const access::Occasion& occasion) {
                return execution::open_execution(occasion, lookup);
            }};
}

}  // namespace

Result<void> open_executions(const LookupParts& parts, Instant now,
                             const lookups::Stretch& stretch) {
    if (stretch.bucket == lookups::batch_bucket) return {};
    std::vector<lookups::Lookup> told;
    {
        auto looked = TRY(parts.pools.table.lease(sql::Access::Read));
        told = TRY(lookups::LookupRegister(*looked).to_answer_for(stretch.bucket, stretch.after_id,
                                                                  stretch.through_id));
    }
    // Homes are locked in one order, whoever opens beside this.
    std::ranges::sort(told, {}, &lookups::Lookup::subject_key);
    std::vector<Work> works;
    works.reserve(told.size());
    for (const auto& lookup : told) works.push_back(opening_of(lookup));
    for (std::span<const Work> rest = works; !rest.empty();) {
        const auto some = rest.first(std::min(opened_at_once, rest.size()));
        TRY(parts.desk.perform_together(the_register(now), some));
        rest = rest.subspan(some.size());
    }
    return {};
}

Result<void> open_execution_now(Desk& desk, Instant now, const lookups::Lookup& lookup) {
    const auto work = opening_of(lookup);
    const auto act = desk.perform(the_register(now), work.home_key, work.decide);
    if (act || act.error().grounds.front().word == "execution.open_already") return {};
    return std::unexpected(act.error());
}

}  // namespace credit::desk
