#include "desk/lookups/seal_lookups.h"

#include <algorithm>
#include <cstdint>
#include <expected>
#include <string>

#include "access/occasion.h"
#include "access/principal.h"
#include "desk/desk.h"
#include "desk/lookups/open_executions.h"
#include "foundation/clock.h"
#include "foundation/result.h"
#include "ledger/act.h"
#include "ledger/act_id.h"
#include "lookups/blocks/lookup_block.h"
#include "lookups/blocks/lookup_writer.h"
#include "lookups/seals/seal.h"
#include "lookups/seals/sealed_rows.h"
#include "sql/pool.h"
#include "sql/session.h"

namespace credit::desk {
namespace {

// As often others may be faster; what they leave is then for the next time.
constexpr int overtaken_max = 8;

Result<lookups::SealPlan> plan(const LookupParts& parts, const std::string& through_id) {
    TRY(lookups::settle(parts.pools));
    auto lease = TRY(parts.desk.pool().lease(sql::Access::Read));
    auto looked = TRY(parts.pools.table.lease(sql::Access::Write));
    return lookups::prepare_seal(*lease, *looked, through_id);
}

// False when another node sealed some of it since it was planned: nothing was done then.
Result<bool> commit_to(const LookupParts& parts, Instant now, const lookups::SealPlan& planned) {
    // Sealed is what was opened before: whoever ends between opens again and finds it open.
    for (const auto& each : planned.seals) TRY(open_executions(parts, now, each.stretch));
    const auto act = parts.desk.perform(
        {.principal = register_itself(), .channel = "clerk", .received_at = now}, "R",
        [&](const access::Occasion& occasion) { return lookups::seal(occasion, planned); });
    const bool overtaken = !act && act.error().grounds.front().word == "lookups.sealed_meanwhile";
    if (!act && !overtaken) return std::unexpected(act.error());
    auto lease = TRY(parts.desk.pool().lease(sql::Access::Read));
    auto looked = TRY(parts.pools.table.lease(sql::Access::Write));
    TRY(lookups::drop_unnamed_blocks(*lease, *looked, planned));
    return !overtaken;
}

}  // namespace

Result<std::int64_t> seal_lookups(const LookupParts& parts, Instant now,
                                  const std::string& through_id) {
    parts.writer.close_through(through_id);
    std::int64_t sealed = 0;
    int overtaken = 0;
    for (bool more = true; more && overtaken < overtaken_max;) {
        const auto planned = TRY(plan(parts, through_id));
        if (planned.seals.empty()) break;
        const bool done = TRY(commit_to(parts, now, planned));
        more = planned.more || !done;
        overtaken += done ? 0 : 1;
        for (const auto& each : planned.seals) sealed += done ? each.sealed : 0;
    }
    return sealed;
}

Result<void> begin_after_seals(Desk& desk, lookups::LookupWriter& writer) {
    std::string newest;
    auto lease = TRY(desk.pool().lease(sql::Access::Read));
    for (std::int64_t bucket = 0; bucket < lookups::seal_buckets; ++bucket) {
        newest = std::max(newest, TRY(lookups::last_sealed(*lease, bucket)));
    }
    ledger::begin_ids_after(newest);
    writer.close_through(newest);
    return {};
}

Result<void> begin_after_seal(const ledger::Act& act, lookups::LookupWriter& writer) {
    if (act.kind != lookups::seal_kind) return {};
    std::string newest;
    for (const auto& each : TRY(lookups::seals_in(act))) {
        newest = std::max(newest, each.stretch.through_id);
    }
    ledger::begin_ids_after(newest);
    writer.refuse_through(newest);
    return {};
}

const access::Principal& register_itself() {
    static const access::Principal principal{
        .account = "register", .role = access::Role::Operator, .authority = "", .subject_key = ""};
    return principal;
}

}  // namespace credit::desk
