#include "lookups/lookup_batch.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/bytes.h"
#include "foundation/crypto.h"
#include "foundation/result.h"
#include "ledger/moves/store_move.h"
#include "lookups/lookup_batch.sql.h"
#include "sql/session.h"
#include "sql/value.h"

namespace credit::lookups {
namespace {

constexpr std::size_t digest_size = 8;
constexpr std::size_t part_size = 512 * digest_size;

constexpr std::array<std::string_view, 3> part_columns{"batch_id", "first_digest", "digests"};

std::uint64_t digest_at(BytesView block, std::size_t place) {
    std::uint64_t digest = 0;
    for (std::size_t at = 0; at < digest_size; ++at) {
        digest = digest << 8U | block[(place * digest_size) + at];
    }
    return digest;
}

Result<void> append_parts(sql::Session& session, const std::string& batch_id, BytesView block) {
    std::vector<std::vector<sql::Value>> rows;
    for (std::size_t at = 0; at < block.size(); at += part_size) {
        const auto part = block.subspan(at, std::min(part_size, block.size() - at));
        rows.push_back({std::string_view(batch_id), sortable(digest_at(part, 0)), part});
    }
    return session.append_rows("lookup_batch_part", part_columns, rows);
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
        const std::size_t middle = from + ((through - from) / 2);
        const auto found = digest_at(block, middle);
        if (found == digest) return true;
        (found < digest ? from : through) = found < digest ? middle + 1 : middle;
    }
    return false;
}

std::int64_t sortable(std::uint64_t digest) {
    return static_cast<std::int64_t>(digest ^ std::uint64_t{1} << 63U);
}

Result<void> record_batch(sql::Session& session, const LookupBatch& batch) {
    const Bytes block = key_block(batch.keys);
    auto transaction = TRY(sql::Transaction::begin(session));
    TRY(session.execute(
        statements::insert_batch,
        {batch.id, batch.looked_at.milliseconds, batch.account, batch.authority,
         batch.reason.officer, batch.reason.matter, batch.reason.purpose, batch.reason.ground,
         batch.reason.case_number, static_cast<std::int64_t>(block.size() / digest_size),
         batch.hits, BytesView()}));
    TRY(append_parts(session, batch.id, block));
    TRY(ledger::expect_not_moved(session));
    return transaction.commit();
}

}  // namespace credit::lookups
