// Rows of look-ups as they are sealed: each with the leaf that commits to every column of it.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/bytes.h"
#include "foundation/result.h"
#include "ledger/clocks.h"
#include "log/merkle.h"
#include "sql/session.h"

namespace credit::lookups {

// Single look-ups lie in as many buckets as clocks do; screened batches are one more.
inline constexpr std::int64_t batch_bucket = ledger::buckets;
inline constexpr std::int64_t seal_buckets = ledger::buckets + 1;

struct Leaf {
    std::string id;
    log::Hash hash{};
    bool operator==(const Leaf&) const = default;
};

struct Stretch {
    std::int64_t bucket = 0;
    std::string after_id;    // not with it; empty: from the first on
    std::string through_id;  // with it
};

// Leaves of the look-ups of a stretch, by id; at most `limit`.
Result<std::vector<Leaf>> leaves_of(sql::Session& lookups, const Stretch& stretch,
                                    std::int64_t limit);

log::Hash root_of(const std::vector<Leaf>& leaves);

// As a block keeps them, and back. InvalidInput "lookups.seal_block_broken".
Bytes block_of(const std::vector<Leaf>& leaves);
Result<std::vector<Leaf>> leaves_in(BytesView block);

}  // namespace credit::lookups
