// A screened batch (批量核查记录): one look-up record for many subjects.
//
// The subjects stand in it as one sorted block of keyed digests, eight bytes each: whoever knows a
// subject can tell whether it was among them, and nobody can list them from it. The block lies in
// pieces, so that a probe reads one.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/bytes.h"
#include "foundation/crypto.h"
#include "foundation/result.h"
#include "lookups/lookup.h"
#include "sql/session.h"

namespace credit::lookups {

struct LookupBatch {
    std::string id;  // the receipt
    Instant looked_at{};
    std::string account;
    std::string authority;
    Reason reason;
    std::vector<std::uint64_t> keys;  // digest_in_block of each subject
    std::int64_t hits = 0;
};

std::uint64_t digest_in_block(const crypto::Key& key, std::string_view subject_key);
// Sorted, without repetition, big-endian.
Bytes key_block(std::vector<std::uint64_t> keys);
bool block_contains(BytesView block, std::uint64_t digest);
// As a number that sorts as digests do: the column by which a piece of a block is found.
std::int64_t sortable(std::uint64_t digest);

// Durable when it returns. The errors of the session; Unavailable "ledger.store_moved".
Result<void> record_batch(sql::Session& session, const LookupBatch& batch);

}  // namespace credit::lookups
