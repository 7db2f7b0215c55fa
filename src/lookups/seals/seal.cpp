#include "lookups/seals/seal.h"

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "access/occasion.h"
#include "foundation/bytes.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "ledger/act.h"
#include "ledger/draft.h"
#include "lookups/seals/seal.sql.h"
#include "lookups/seals/sealed_rows.h"
#include "sql/session.h"
#include "sql/value.h"

namespace credit::lookups {
namespace {

namespace statements = seals::statements;

// Of one bucket in one seal: about a megabyte of leaves.
constexpr std::int64_t sealed_at_once_max = 20'000;

}  // namespace

Result<std::string> last_sealed(sql::Session& store, std::int64_t bucket) {
    const auto row = TRY(store.find(statements::last_seal, {bucket}));
    return row ? row->text(0) : std::string();
}

Result<SealPlan> prepare_seal(sql::Session& store, sql::Session& lookups,
                              const std::string& through_id) {
    SealPlan plan;
    for (std::int64_t bucket = 0; bucket < seal_buckets; ++bucket) {
        Stretch stretch{.bucket = bucket,
                        .after_id = TRY(last_sealed(store, bucket)),
                        .through_id = through_id};
        const auto leaves = TRY(leaves_of(lookups, stretch, sealed_at_once_max));
        if (leaves.empty()) continue;
        if (static_cast<std::int64_t>(leaves.size()) == sealed_at_once_max) {
            plan.more = true;
            stretch.through_id = leaves.back().id;
        }
        auto transaction = TRY(sql::Transaction::begin(lookups));
        const Bytes block = block_of(leaves);
        TRY(lookups.execute(statements::save_block, {bucket, stretch.through_id, block}));
        TRY(transaction.commit());
        plan.seals.push_back({.stretch = std::move(stretch),
                              .sealed = static_cast<std::int64_t>(leaves.size()),
                              .root = to_hex(root_of(leaves))});
    }
    return plan;
}

Result<ledger::Draft> seal(const access::Occasion& occasion, const SealPlan& plan) {
    JsonArray sealed;
    for (const auto& each : plan.seals) {
        const auto last = TRY(last_sealed(occasion.session, each.stretch.bucket));
        if (last != each.stretch.after_id) {
            return fail(ErrorCode::Conflict, "lookups.sealed_meanwhile");
        }
        sealed.push_back(JsonObject{{"bucket", each.stretch.bucket},
                                    {"after", each.stretch.after_id},
                                    {"through", each.stretch.through_id},
                                    {"sealed", each.sealed},
                                    {"root", each.root}});
    }
    return ledger::Draft{.kind = std::string(seal_kind),
                         .home_key = "R",
                         .occurred_on = occasion.day,
                         .body = to_text(JsonObject{{"seals", std::move(sealed)}})};
}

// Seals follow each other without a gap: between two of them there is none, and none will be.
Result<void> drop_unnamed_blocks(sql::Session& store, sql::Session& lookups, const SealPlan& plan) {
    for (const auto& each : plan.seals) {
        const auto bucket = each.stretch.bucket;
        const auto next = TRY(store.find(statements::seal_from, {bucket, each.stretch.through_id}));
        if (!next) continue;
        const auto before = TRY(store.find(statements::seal_before, {bucket, next->text(0)}));
        TRY(lookups.execute(statements::delete_blocks_between,
                            {bucket, before ? before->text(0) : std::string(), next->text(0)}));
    }
    return {};
}

Result<std::vector<BucketSeal>> seals_in(const ledger::Act& act) {
    const auto body = TRY(parse_object(act.body));
    const auto* const sealed = TRY(read_array(body, "seals"));
    std::vector<BucketSeal> seals;
    for (const auto& each : *sealed) {
        const auto& object = each.as_object();
        seals.push_back({.stretch = {.bucket = TRY(read_integer(object, "bucket")),
                                     .after_id = TRY(read_text(object, "after")),
                                     .through_id = TRY(read_text(object, "through"))},
                         .sealed = TRY(read_integer(object, "sealed")),
                         .root = TRY(read_text(object, "root"))});
    }
    return seals;
}

Result<void> apply_seal(sql::Session& session, const ledger::Act& act) {
    for (const auto& each : TRY(seals_in(act))) {
        TRY(session.execute(statements::insert_seal, {each.stretch.bucket, each.stretch.through_id,
                                                      act.id, each.sealed, each.root}));
    }
    return {};
}

}  // namespace credit::lookups
