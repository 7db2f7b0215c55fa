// The head of the log in the store (日志头): its size, root and signed checkpoint.

#pragma once

#include <optional>
#include <string>

#include "foundation/result.h"
#include "ledger/keys.h"
#include "log/checkpoint.h"
#include "log/merkle.h"
#include "sql/session.h"

namespace credit::log {

// With which anyone checks what the log signed.
Verifier verifier_of(const ledger::Keys& keys);

struct LogHead {
    MerkleRoot tree;
    std::string checkpoint;

    TreeHead head() const { return {.size = tree.size(), .root = tree.root()}; }
};

// None when the log was never begun. InvalidInput "log.frontier_broken" when the row contradicts
// itself.
Result<std::optional<LogHead>> find_head(sql::Session& session);
// Begins an empty log where there is none.
Result<void> begin_log(sql::Session& session, const ledger::Keys& keys);

Bytes encode_frontier(const MerkleRoot& tree);

}  // namespace credit::log
