#include "lookups/seals/sealed_rows.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "foundation/bytes.h"
#include "foundation/crypto.h"
#include "foundation/result.h"
#include "log/merkle.h"
#include "lookups/seals/seal.sql.h"
#include "sql/row_view.h"
#include "sql/session.h"
#include "sql/value.h"

namespace credit::lookups {
namespace {

namespace statements = seals::statements;

constexpr std::size_t id_size = 26;
constexpr std::size_t entry_size = id_size + sizeof(log::Hash);

// Every field is led by its length, so that no two rows share an encoding.
class Encoding {
public:
    void add(std::int64_t number) {
        const auto bits = static_cast<std::uint64_t>(number);
        for (int shift = 56; shift >= 0; shift -= 8) {
            bytes_.push_back(static_cast<std::uint8_t>(bits >> static_cast<unsigned>(shift)));
        }
    }
    void add(BytesView field) {
        add(static_cast<std::int64_t>(field.size()));
        bytes_.insert(bytes_.end(), field.begin(), field.end());
    }
    void add(std::string_view text) { add(bytes_of(text)); }
    log::Hash leaf() const { return log::leaf_hash(bytes_); }

private:
    Bytes bytes_;
};

// The columns from the third to the tenth stand alike in both statements.
void add_reason(Encoding& encoding, const sql::RowView& row) {
    constexpr std::size_t account = 3;
    constexpr std::size_t case_number = 9;
    encoding.add(row.integer(2));
    for (std::size_t column = account; column <= case_number; ++column) {
        encoding.add(row.text(column));
    }
}

Leaf leaf_of_lookup(const sql::RowView& row) {
    Encoding encoding;
    encoding.add(row.text(0));
    encoding.add(row.text(1));
    add_reason(encoding, row);
    encoding.add(row.text(10));
    encoding.add(row.bytes(11));
    return {.id = std::string(row.text(0)), .hash = encoding.leaf()};
}

// A block of an older row lies in the row itself.
Result<crypto::Digest> digest_of_keys(sql::Session& lookups, const std::string& batch_id) {
    std::vector<Bytes> parts;
    if (const auto whole = TRY(lookups.find(statements::block_of_batch, {batch_id}))) {
        parts.push_back(whole->bytes(0));
    }
    for (const auto& row : TRY(lookups.query(statements::parts_of_batch, {batch_id}))) {
        parts.push_back(row.bytes(0));
    }
    std::vector<BytesView> views(parts.begin(), parts.end());
    return crypto::sha256(views);
}

struct BatchLeaf {
    std::string id;
    Encoding encoding;
};

Result<std::vector<Leaf>> leaves_of_batches(sql::Session& lookups, const Stretch& stretch,
                                            std::int64_t limit) {
    std::vector<BatchLeaf> batches;
    const auto take = [&batches](const sql::RowView& row) -> Result<void> {
        auto& batch =
            batches.emplace_back(BatchLeaf{.id = std::string(row.text(0)), .encoding = {}});
        batch.encoding.add(row.text(0));
        batch.encoding.add(row.integer(1));
        add_reason(batch.encoding, row);
        batch.encoding.add(row.integer(10));
        return {};
    };
    TRY(lookups.scan(statements::batches_to_seal, {stretch.after_id, stretch.through_id, limit},
                     take));
    std::vector<Leaf> leaves;
    for (auto& batch : batches) {
        const auto keys = TRY(digest_of_keys(lookups, batch.id));
        batch.encoding.add(BytesView(keys));
        leaves.push_back({.id = std::move(batch.id), .hash = batch.encoding.leaf()});
    }
    return leaves;
}

}  // namespace

Result<std::vector<Leaf>> leaves_of(sql::Session& lookups, const Stretch& stretch,
                                    std::int64_t limit) {
    if (stretch.bucket == batch_bucket) return leaves_of_batches(lookups, stretch, limit);
    std::vector<Leaf> leaves;
    const auto take = [&leaves](const sql::RowView& row) -> Result<void> {
        leaves.push_back(leaf_of_lookup(row));
        return {};
    };
    TRY(lookups.scan(statements::rows_to_seal,
                     {stretch.bucket, stretch.after_id, stretch.through_id, limit}, take));
    return leaves;
}

log::Hash root_of(const std::vector<Leaf>& leaves) {
    log::MerkleRoot tree;
    for (const auto& leaf : leaves) tree.add_hash(leaf.hash);
    return tree.root();
}

Bytes block_of(const std::vector<Leaf>& leaves) {
    Bytes block;
    block.reserve(leaves.size() * entry_size);
    for (const auto& leaf : leaves) {
        const auto id = bytes_of(std::string_view(leaf.id));
        block.insert(block.end(), id.begin(), id.end());
        block.insert(block.end(), leaf.hash.begin(), leaf.hash.end());
    }
    return block;
}

Result<std::vector<Leaf>> leaves_in(BytesView block) {
    if (block.size() % entry_size != 0) {
        return fail(ErrorCode::InvalidInput, "lookups.seal_block_broken");
    }
    std::vector<Leaf> leaves;
    for (std::size_t at = 0; at < block.size(); at += entry_size) {
        auto& leaf = leaves.emplace_back();
        leaf.id = text_of(block.subspan(at, id_size));
        std::ranges::copy(block.subspan(at + id_size, sizeof(log::Hash)), leaf.hash.begin());
    }
    return leaves;
}

}  // namespace credit::lookups
