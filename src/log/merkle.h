// Merkle tree (默克尔树): one hash that commits to a sequence of entries and to their order.
//
// A leaf is SHA-256(0x00 ‖ data), a node SHA-256(0x01 ‖ left ‖ right), as in RFC 6962 and RFC 9162,
// so that any tool for transparency logs can check what the register publishes.

#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "foundation/bytes.h"
#include "foundation/crypto.h"
#include "foundation/result.h"

namespace credit::log {

using Hash = crypto::Digest;

Hash leaf_hash(BytesView data);
Hash node_hash(const Hash& left, const Hash& right);
// The root of a tree without leaves: SHA-256 of nothing.
Hash empty_root();

// Grows a root leaf by leaf and holds only the frontier: the roots of the perfect subtrees at the
// right edge, largest first, as many as the size has bits set. Fit for submissions of any length.
class MerkleRoot {
public:
    MerkleRoot() = default;
    // Goes on from what size() and frontier() said. InvalidInput "log.frontier_broken".
    static Result<MerkleRoot> resume(std::uint64_t size, std::vector<Hash> frontier);

    void add(BytesView data) { add_hash(leaf_hash(data)); }
    void add_hash(const Hash& leaf);

    std::uint64_t size() const { return size_; }
    const std::vector<Hash>& frontier() const { return frontier_; }
    Hash root() const;

private:
    std::uint64_t size_ = 0;
    std::vector<Hash> frontier_;
};

// The hash of the perfect subtree over leaves [index << level, (index + 1) << level).
using NodeAt = std::function<Result<Hash>(unsigned level, std::uint64_t index)>;

using Proof = std::vector<Hash>;

// The root over the first `size` leaves. Passes on what `nodes` fails with.
Result<Hash> root_of(std::uint64_t size, const NodeAt& nodes);
// That leaf `index` is in the tree of `size`. InvalidInput "log.no_such_proof".
Result<Proof> inclusion_proof(std::uint64_t index, std::uint64_t size, const NodeAt& nodes);
// That the tree of `second` begins with the tree of `first`. InvalidInput "log.no_such_proof".
Result<Proof> consistency_proof(std::uint64_t first, std::uint64_t second, const NodeAt& nodes);

// A size and its root.
struct TreeHead {
    std::uint64_t size = 0;
    Hash root{};

    bool operator==(const TreeHead&) const = default;
};

bool verify_inclusion(const Hash& leaf, std::uint64_t index, const TreeHead& head,
                      std::span<const Hash> proof);
bool verify_consistency(const TreeHead& first, const TreeHead& second, std::span<const Hash> proof);

// A whole tree in memory, for proofs over the rows of one submission.
class MerkleTree {
public:
    MerkleTree() = default;
    static MerkleTree over(std::vector<Hash> leaves);

    void add(BytesView data) { add_hash(leaf_hash(data)); }
    void add_hash(const Hash& leaf);
    std::uint64_t size() const { return levels_.empty() ? 0 : levels_.front().size(); }
    // Of the perfect subtree, which must be whole.
    const Hash& node(unsigned level, std::uint64_t index) const;
    // Valid as long as the tree lives and does not grow.
    NodeAt nodes() const;

private:
    std::vector<std::vector<Hash>> levels_;  // of perfect subtrees only
};

}  // namespace credit::log
