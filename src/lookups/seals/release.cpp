#include "lookups/seals/release.h"

#include <chrono>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "access/occasion.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "law/library.h"
#include "ledger/act.h"
#include "ledger/act_id.h"
#include "ledger/draft.h"
#include "lookups/seals/seal.sql.h"
#include "lookups/seals/sealed_rows.h"
#include "sql/session.h"
#include "sql/value.h"

namespace credit::lookups {
namespace {

namespace statements = seals::statements;

// Whoever looks up meanwhile waits no longer than one of these takes.
constexpr std::int64_t lookups_at_once = 500;
constexpr std::int64_t batches_at_once = 1;

Result<std::vector<sql::Row>> oldest_of(sql::Session& lookups, const Stretch& stretch) {
    if (stretch.bucket == batch_bucket) {
        return lookups.query(statements::oldest_batches, {stretch.through_id, batches_at_once});
    }
    return lookups.query(statements::oldest_lookups,
                         {stretch.bucket, stretch.through_id, lookups_at_once});
}

Result<void> delete_through(sql::Session& lookups, const Stretch& stretch, const std::string& id) {
    auto transaction = TRY(sql::Transaction::begin(lookups));
    if (stretch.bucket == batch_bucket) {
        TRY(lookups.execute(statements::delete_batch_parts, {id}));
        TRY(lookups.execute(statements::delete_batches, {id}));
    } else {
        TRY(lookups.execute(statements::delete_lookups, {stretch.bucket, id}));
    }
    TRY(lookups.execute(statements::delete_blocks, {stretch.bucket, stretch.through_id}));
    return transaction.commit();
}

}  // namespace

Result<Date> kept_from(const law::Library& law, Date day) {
    const auto kept = TRY(law.period("lookup.retention", day));
    return Date(
        std::chrono::sys_days{std::chrono::year_month_day{day} - std::chrono::years{kept.amount}});
}

Result<std::vector<Stretch>> to_release(sql::Session& store, const law::Library& law, Date day) {
    const auto bound = ledger::first_id_at(start_of(TRY(kept_from(law, day))));
    std::vector<Stretch> stretches;
    for (std::int64_t bucket = 0; bucket < seal_buckets; ++bucket) {
        const auto last = TRY(store.find(statements::last_to_release, {bucket, bound}));
        if (!last) continue;
        stretches.push_back({.bucket = bucket, .after_id = {}, .through_id = last->text(0)});
    }
    return stretches;
}

Result<ledger::Draft> release(const access::Occasion& occasion) {
    JsonArray stretches;
    for (const auto& each : TRY(to_release(occasion.session, occasion.law, occasion.day))) {
        stretches.push_back(JsonObject{{"bucket", each.bucket}, {"through", each.through_id}});
    }
    if (stretches.empty()) return fail(ErrorCode::Conflict, "lookups.released_meanwhile");
    return ledger::Draft{.kind = std::string(release_kind),
                         .home_key = "R",
                         .occurred_on = occasion.day,
                         .body = to_text(JsonObject{{"released", std::move(stretches)}})};
}

Result<std::vector<Stretch>> released_in(const ledger::Act& act) {
    const auto body = TRY(parse_object(act.body));
    std::vector<Stretch> stretches;
    for (const auto& each : *TRY(read_array(body, "released"))) {
        const auto& object = each.as_object();
        stretches.push_back({.bucket = TRY(read_integer(object, "bucket")),
                             .after_id = {},
                             .through_id = TRY(read_text(object, "through"))});
    }
    return stretches;
}

Result<void> apply_release(sql::Session& session, const ledger::Act& act) {
    for (const auto& each : TRY(released_in(act))) {
        TRY(session.execute(statements::forget_seals_before, {each.bucket, each.through_id}));
        TRY(session.execute(statements::mark_released, {each.bucket, each.through_id}));
    }
    return {};
}

Result<std::vector<Stretch>> released(sql::Session& store) {
    std::vector<Stretch> stretches;
    for (std::int64_t bucket = 0; bucket < seal_buckets; ++bucket) {
        const auto first = TRY(store.find(statements::first_seal, {bucket}));
        if (!first || first->integer(1) != 0) continue;
        stretches.push_back({.bucket = bucket, .after_id = {}, .through_id = first->text(0)});
    }
    return stretches;
}

Result<void> delete_released(sql::Session& lookups, const std::vector<Stretch>& stretches) {
    for (const auto& stretch : stretches) {
        for (;;) {
            const auto some = TRY(oldest_of(lookups, stretch));
            if (some.empty()) break;
            TRY(delete_through(lookups, stretch, some.back().text(0)));
        }
    }
    return {};
}

}  // namespace credit::lookups
