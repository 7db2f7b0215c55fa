// Seal (封存): one act commits to every look-up of each bucket up to a moment, by a Merkle root
// over their rows.
//
// Prepared first, then committed to: the blocks of leaves are durable before the act. A process
// that ends between, or is overtaken by another node, leaves blocks that no act names; the next
// seal writes them again or drops them.
//
// Beyond: the law asks for records; that they cannot be changed unseen is the register's own rule.

#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "access/occasion.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "ledger/act.h"
#include "ledger/draft.h"
#include "lookups/seals/sealed_rows.h"
#include "sql/session.h"

namespace credit::lookups {

inline constexpr std::string_view seal_kind = "lookups.seal";

struct BucketSeal {
    Stretch stretch;
    std::int64_t sealed = 0;
    std::string root;  // in hexadecimal
};

struct SealPlan {
    std::vector<BucketSeal> seals;  // none: nothing is left to seal
    bool more = false;              // a bucket holds more than one seal takes
};

// The last sealed id of a bucket; empty where nothing was sealed.
Result<std::string> last_sealed(sql::Session& store, std::int64_t bucket);

// Reads what is not sealed yet, up to and with an id, and makes the blocks durable. On an embedded
// store the two sessions are of two files.
Result<SealPlan> prepare_seal(sql::Session& store, sql::Session& lookups,
                              const std::string& through_id);

// "lookups.seal", by the register itself. Conflict "lookups.sealed_meanwhile" when another seal was
// made since the plan.
Result<ledger::Draft> seal(const access::Occasion& occasion, const SealPlan& plan);
Result<void> apply_seal(sql::Session& session, const ledger::Act& act);

// Once there is an act, of this plan or of the one that was faster: drops the blocks beside it that
// no act names and none can name any more.
Result<void> drop_unnamed_blocks(sql::Session& store, sql::Session& lookups, const SealPlan& plan);

// What an act of sealing committed to.
Result<std::vector<BucketSeal>> seals_in(const ledger::Act& act);

}  // namespace credit::lookups
