// Verification of seals (封存核验): whether the look-ups are still those that the acts committed
// to.
//
// It rests on the bodies of the acts, not on a table. A look-up that was changed, dropped or put in
// is named by its receipt; where the block of leaves was tampered with as well, by its stretch.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/result.h"
#include "ledger/keys.h"
#include "lookups/blocks/lookup_places.h"
#include "sql/session.h"

namespace credit::lookups {

enum class SealFault : std::uint8_t {
    Changed,  // 内容被改
    Dropped,  // 被删除
    Added,    // 事后添加
    Stretch,  // 该段与封存不符, and its block cannot say where
    Block,    // the look-ups are right, their block is not
};

std::string_view name_of(SealFault fault);  // "changed" …

struct SealFinding {
    SealFault fault;
    std::string id;  // a receipt; of Stretch and Block the last of the stretch
};

struct SealVerification {
    std::int64_t seals = 0;
    std::int64_t lookups = 0;   // sealed, batches among them
    std::int64_t unsealed = 0;  // since the last seal
    std::vector<SealFinding> findings;

    bool ok() const { return findings.empty(); }
};

// Sessions apart from that with the store, also on PostgreSQL: one is read while the other is. The
// errors of the store, and "ledger.body_key_missing" where an act of sealing cannot be read.
Result<SealVerification> verify_seals(sql::Session& store, const Sessions& lookups,
                                      const ledger::Keys& keys);

}  // namespace credit::lookups
