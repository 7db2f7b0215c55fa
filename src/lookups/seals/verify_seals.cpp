#include "lookups/seals/verify_seals.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "foundation/bytes.h"
#include "foundation/result.h"
#include "ledger/act.h"
#include "ledger/act_store.h"
#include "ledger/keys.h"
#include "lookups/blocks/lookup_block.h"
#include "lookups/blocks/lookup_places.h"
#include "lookups/lookup.h"
#include "lookups/seals/release.h"
#include "lookups/seals/seal.h"
#include "lookups/seals/seal.sql.h"
#include "lookups/seals/sealed_rows.h"
#include "sql/citus/whole_view.h"
#include "sql/session.h"

namespace credit::lookups {
namespace {

namespace statements = seals::statements;

constexpr std::array<std::pair<SealFault, std::string_view>, 5> faults{{
    {SealFault::Changed, "changed"},
    {SealFault::Dropped, "dropped"},
    {SealFault::Added, "added"},
    {SealFault::Stretch, "stretch"},
    {SealFault::Block, "block"},
}};

// Both by id.
void compare(const std::vector<Leaf>& sealed, const std::vector<Leaf>& standing,
             std::vector<SealFinding>& findings) {
    auto then = sealed.begin();
    auto now = standing.begin();
    while (then != sealed.end() || now != standing.end()) {
        if (now == standing.end() || (then != sealed.end() && then->id < now->id)) {
            findings.push_back({.fault = SealFault::Dropped, .id = then->id});
            ++then;
        } else if (then == sealed.end() || now->id < then->id) {
            findings.push_back({.fault = SealFault::Added, .id = now->id});
            ++now;
        } else {
            if (then->hash != now->hash) {
                findings.push_back({.fault = SealFault::Changed, .id = now->id});
            }
            ++then;
            ++now;
        }
    }
}

class Verifier {
public:
    Verifier(const Sessions& lookups, SealVerification& found) : lookups_(lookups), found_(found) {}

    void let_go(const Stretch& stretch) {
        auto& through = released_.at(static_cast<std::size_t>(stretch.bucket));
        through = std::max(through, stretch.through_id);
    }

    Result<void> verify(const BucketSeal& seal) {
        const auto& stretch = seal.stretch;
        if (stretch.through_id <= released_.at(static_cast<std::size_t>(stretch.bucket))) {
            last_.at(static_cast<std::size_t>(stretch.bucket)) = stretch.through_id;
            return {};
        }
        ++found_.seals;
        found_.lookups += seal.sealed;
        // One more than was sealed: what was put in shows, and does not fill the memory.
        const auto standing = TRY(leaves_of(lookups_.table, stretch, (seal.sealed * 2) + 1));
        const auto block = TRY(sealed_leaves(seal));
        const bool right = to_hex(root_of(standing)) == seal.root;
        auto& findings = found_.findings;
        if (!right && !block.empty()) {
            compare(block, standing, findings);
        } else if (!right) {
            findings.push_back({.fault = SealFault::Stretch, .id = stretch.through_id});
        } else if (block.empty()) {
            findings.push_back({.fault = SealFault::Block, .id = stretch.through_id});
        }
        // A gap between two stretches would hide what was put there.
        auto& last = last_.at(static_cast<std::size_t>(stretch.bucket));
        if (last != stretch.after_id) {
            findings.push_back({.fault = SealFault::Stretch, .id = stretch.through_id});
        }
        last = stretch.through_id;
        return {};
    }

    // In one view of each file, of the blocks first: what is settled meanwhile counts once.
    Result<void> count_unsealed() {
        std::optional<sql::Transaction> view_of_blocks;
        if (lookups_.apart()) {
            view_of_blocks.emplace(TRY(sql::Transaction::begin_reading(lookups_.blocks)));
        }
        auto& table = lookups_.table;
        const auto view = TRY(sql::WholeView::begin(table));
        for (std::int64_t bucket = 0; bucket < seal_buckets; ++bucket) {
            const auto& last = last_.at(static_cast<std::size_t>(bucket));
            const auto row = bucket == batch_bucket
                                 ? TRY(table.find(statements::count_batches_after, {last}))
                                 : TRY(table.find(statements::count_after, {bucket, last}));
            if (row) found_.unsealed += row->integer(0);
        }
        return visit_unsettled(lookups_.blocks, [this](const Lookup& lookup) -> Result<void> {
            const bool stands = TRY(stands_too(lookup));
            if (!stands) count(lookup);
            return {};
        });
    }

private:
    // A crash between the two files leaves both.
    Result<bool> stands_too(const Lookup& lookup) {
        if (!lookups_.apart()) return false;
        const auto row =
            TRY(lookups_.table.find(statements::stands, {lookup.subject_key, lookup.id}));
        return row.has_value();
    }

    // Nothing is sealed that was not settled, so that what waits below a seal was put in.
    void count(const Lookup& lookup) {
        const auto bucket = static_cast<std::size_t>(bucket_of(lookup.subject_key));
        if (lookup.id <= last_.at(bucket)) {
            found_.findings.push_back({.fault = SealFault::Added, .id = lookup.id});
        } else {
            ++found_.unsealed;
        }
    }

    // Empty when the block is gone or is not the one that was sealed.
    Result<std::vector<Leaf>> sealed_leaves(const BucketSeal& seal) {
        const auto row = TRY(lookups_.table.find(statements::find_block,
                                                 {seal.stretch.bucket, seal.stretch.through_id}));
        if (!row) return std::vector<Leaf>{};
        auto leaves = leaves_in(row->bytes(0));
        if (!leaves || to_hex(root_of(*leaves)) != seal.root) return std::vector<Leaf>{};
        return leaves;
    }

    Sessions lookups_;
    SealVerification& found_;
    using Ids = std::array<std::string, static_cast<std::size_t>(seal_buckets)>;
    Ids last_;
    Ids released_;  // through which nothing is kept
};

}  // namespace

std::string_view name_of(SealFault fault) {
    return faults.at(static_cast<std::size_t>(fault)).second;
}

Result<SealVerification> verify_seals(sql::Session& store, const Sessions& lookups,
                                      const ledger::Keys& keys) {
    SealVerification found;
    Verifier verifier(lookups, found);
    const auto take_release = [&verifier](const ledger::Act& act) -> Result<void> {
        if (act.kind != release_kind) return {};
        for (const auto& stretch : TRY(released_in(act))) verifier.let_go(stretch);
        return {};
    };
    TRY(ledger::visit_acts_of(store, keys, "R", take_release));
    const auto verify_act = [&verifier](const ledger::Act& act) -> Result<void> {
        if (act.kind != seal_kind) return {};
        for (const auto& seal : TRY(seals_in(act))) TRY(verifier.verify(seal));
        return {};
    };
    TRY(ledger::visit_acts_of(store, keys, "R", verify_act));
    TRY(verifier.count_unsealed());
    return found;
}

}  // namespace credit::lookups
