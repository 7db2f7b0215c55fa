#include "lookups/lookup_batch.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <utility>
#include <vector>

#include "foundation/bytes.h"
#include "foundation/crypto.h"
#include "foundation/result.h"
#include "lookups/lookup_batch.sql.h"
#include "sql/session.h"

namespace credit::lookups {
namespace {

constexpr std::size_t digest_size = 8;

std::uint64_t digest_at(BytesView block, std::size_t place) {
    std::uint64_t digest = 0;
    for (std::size_t at = 0; at < digest_size; ++at) {
        digest = digest << 8U | block[place * digest_size + at];
    }
    return digest;
}

}  // namespace

std::uint64_t digest_in_block(const crypto::Key& key, std::string_view subject_key) {
    const auto digest = crypto::hmac_sha256(key, bytes_of(subject_key));
    return digest_at(digest, 0);
}

Bytes key_block(std::vector<std::uint64_t> keys) {
    std::ranges::sort(keys);
    const auto repeated = std::ranges::unique(keys);
    keys.erase(repeated.begin(), repeated.end());
    Bytes block;
    block.reserve(keys.size() * digest_size);
    for (const auto key : keys) {
        for (int shift = 56; shift >= 0; shift -= 8) {
            block.push_back(static_cast<std::uint8_t>(key >> static_cast<unsigned>(shift)));
        }
    }
    return block;
}

bool block_contains(BytesView block, std::uint64_t digest) {
    std::size_t from = 0;
    std::size_t through = block.size() / digest_size;
    while (from < through) {
        const std::size_t middle = from + (through - from) / 2;
        const auto found = digest_at(block, middle);
        if (found == digest) return true;
        (found < digest ? from : through) = found < digest ? middle + 1 : middle;
    }
    return false;
}

Result<void> record_batch(sql::Session& session, const LookupBatch& batch) {
    const Bytes block = key_block(batch.keys);
    auto transaction = TRY(sql::Transaction::begin(session));
    TRY(session.execute(statements::insert_batch,
                        {batch.id, batch.looked_at.milliseconds, batch.account, batch.authority,
                         batch.reason.officer, batch.reason.matter, batch.reason.purpose,
                         batch.reason.ground, batch.reason.case_number,
                         static_cast<std::int64_t>(batch.keys.size()), batch.hits, block}));
    return transaction.commit();
}

}  // namespace credit::lookups
