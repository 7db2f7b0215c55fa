#include "log/merkle.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "foundation/bytes.h"
#include "foundation/check.h"
#include "foundation/crypto.h"
#include "foundation/result.h"

namespace credit::log {
namespace {

constexpr std::array<std::uint8_t, 1> leaf_mark{0};
constexpr std::uint8_t node_mark = 1;

// Leaves [begin, begin + count) of a tree; RFC 6962's D[k1:k2].
struct Range {
    std::uint64_t begin;
    std::uint64_t count;
};

// The largest power of two below count, which is two at least.
std::uint64_t split_of(std::uint64_t count) {
    return std::bit_floor(count - 1);
}

Result<Hash> range_root(Range range, const NodeAt& nodes) {
    if (std::has_single_bit(range.count)) {
        const auto level = static_cast<unsigned>(std::countr_zero(range.count));
        return nodes(level, range.begin >> level);
    }
    const auto left_count = split_of(range.count);
    const auto left = TRY(range_root({range.begin, left_count}, nodes));
    const auto right = TRY(range_root({range.begin + left_count, range.count - left_count}, nodes));
    return node_hash(left, right);
}

// RFC 6962 2.1.1: PATH(m, D[n]), from the leaf upwards.
Result<void> add_path(std::uint64_t index, Range range, const NodeAt& nodes, Proof& proof) {
    if (range.count == 1) return {};
    const auto left_count = split_of(range.count);
    const Range left{.begin = range.begin, .count = left_count};
    const Range right{.begin = range.begin + left_count, .count = range.count - left_count};
    const bool in_left = index < left_count;
    TRY(add_path(in_left ? index : index - left_count, in_left ? left : right, nodes, proof));
    proof.push_back(TRY(range_root(in_left ? right : left, nodes)));
    return {};
}

// RFC 6962 2.1.2: SUBPROOF(m, D[n], b), where `whole` is b: the verifier knows this subtree's root.
Result<void> add_subproof(std::uint64_t first, Range range, bool whole, const NodeAt& nodes,
                          Proof& proof) {
    if (first == range.count) {
        if (!whole) proof.push_back(TRY(range_root(range, nodes)));
        return {};
    }
    const auto left_count = split_of(range.count);
    const Range left{.begin = range.begin, .count = left_count};
    const Range right{.begin = range.begin + left_count, .count = range.count - left_count};
    if (first <= left_count) {
        TRY(add_subproof(first, left, whole, nodes, proof));
        proof.push_back(TRY(range_root(right, nodes)));
        return {};
    }
    TRY(add_subproof(first - left_count, right, false, nodes, proof));
    proof.push_back(TRY(range_root(left, nodes)));
    return {};
}

}  // namespace

Hash leaf_hash(BytesView data) {
    const std::array<BytesView, 2> parts{BytesView(leaf_mark), data};
    return crypto::sha256(parts);
}

Hash node_hash(const Hash& left, const Hash& right) {
    // In one piece: a proof from tiles takes some 250 of them.
    std::array<std::uint8_t, 1 + (2 * sizeof(Hash))> whole{node_mark};
    auto* const middle = std::ranges::copy(left, whole.begin() + 1).out;
    std::ranges::copy(right, middle);
    return crypto::sha256(BytesView(whole));
}

Hash empty_root() {
    return crypto::sha256(BytesView());
}

Result<MerkleRoot> MerkleRoot::resume(std::uint64_t size, std::vector<Hash> frontier) {
    if (frontier.size() != static_cast<std::size_t>(std::popcount(size)))
        return fail(ErrorCode::InvalidInput, "log.frontier_broken");
    MerkleRoot tree;
    tree.size_ = size;
    tree.frontier_ = std::move(frontier);
    return tree;
}

void MerkleRoot::add_hash(const Hash& leaf) {
    Hash hash = leaf;
    // As many perfect subtrees close as the old size ends in ones.
    for (auto merges = std::countr_one(size_); merges > 0; --merges) {
        hash = node_hash(frontier_.back(), hash);
        frontier_.pop_back();
    }
    frontier_.push_back(hash);
    ++size_;
}

Hash MerkleRoot::root() const {
    if (frontier_.empty()) return empty_root();
    Hash hash = frontier_.back();
    for (auto i = frontier_.size() - 1; i-- > 0;) hash = node_hash(frontier_[i], hash);
    return hash;
}

Result<Hash> root_of(std::uint64_t size, const NodeAt& nodes) {
    if (size == 0) return empty_root();
    return range_root({.begin = 0, .count = size}, nodes);
}

Result<Proof> inclusion_proof(std::uint64_t index, std::uint64_t size, const NodeAt& nodes) {
    if (index >= size) return fail(ErrorCode::InvalidInput, "log.no_such_proof");
    Proof proof;
    TRY(add_path(index, {.begin = 0, .count = size}, nodes, proof));
    return proof;
}

Result<Proof> consistency_proof(std::uint64_t first, std::uint64_t second, const NodeAt& nodes) {
    if (first > second) return fail(ErrorCode::InvalidInput, "log.no_such_proof");
    Proof proof;
    if (first == 0 || first == second) return proof;
    TRY(add_subproof(first, {.begin = 0, .count = second}, true, nodes, proof));
    return proof;
}

namespace {

// The way from a leaf up to the root: where it stands on each level, and where the last node does.
class Climb {
public:
    Climb(std::uint64_t position, std::uint64_t last) : position_(position), last_(last) {}

    void rise(int levels) {
        position_ >>= levels;
        last_ >>= levels;
    }
    bool at_root() const { return last_ == 0; }
    bool sibling_is_left() const { return (position_ & 1U) != 0 || position_ == last_; }
    // Above the sibling; a last node without one on its level rises until it has one.
    void pass_sibling() {
        if (sibling_is_left()) rise(std::countr_zero(position_));
        rise(1);
    }

private:
    std::uint64_t position_;
    std::uint64_t last_;
};

// The hashes of the old and of the new tree on the way up from a node that both have.
class Both {
public:
    explicit Both(const Hash& shared) : old_(shared), new_(shared) {}

    // What stands on the left is in both trees, what stands on the right in the new one alone.
    void join(const Hash& sibling, bool left) {
        if (left) old_ = node_hash(sibling, old_);
        new_ = left ? node_hash(sibling, new_) : node_hash(new_, sibling);
    }
    bool are(const Hash& old_root, const Hash& new_root) const {
        return old_ == old_root && new_ == new_root;
    }

private:
    Hash old_;
    Hash new_;
};

}  // namespace

// RFC 9162 2.1.3.2.
bool verify_inclusion(const Hash& leaf, std::uint64_t index, const TreeHead& head,
                      std::span<const Hash> proof) {
    if (index >= head.size) return false;
    Climb climb(index, head.size - 1);
    Hash hash = leaf;
    for (const auto& sibling : proof) {
        if (climb.at_root()) return false;
        hash = climb.sibling_is_left() ? node_hash(sibling, hash) : node_hash(hash, sibling);
        climb.pass_sibling();
    }
    return climb.at_root() && hash == head.root;
}

// RFC 9162 2.1.4.2.
bool verify_consistency(const TreeHead& first, const TreeHead& second,
                        std::span<const Hash> proof) {
    if (first.size > second.size) return false;
    if (first.size == second.size) return proof.empty() && first.root == second.root;
    if (first.size == 0) return proof.empty() && first.root == empty_root();
    Climb climb(first.size - 1, second.size - 1);
    climb.rise(std::countr_one(first.size - 1));
    // A first tree that is perfect is its own first hash.
    const bool perfect = std::has_single_bit(first.size);
    if (!perfect && proof.empty()) return false;
    Both both(perfect ? first.root : proof.front());
    for (const auto& sibling : proof.subspan(perfect ? 0 : 1)) {
        if (climb.at_root()) return false;
        both.join(sibling, climb.sibling_is_left());
        climb.pass_sibling();
    }
    return climb.at_root() && both.are(first.root, second.root);
}

MerkleTree MerkleTree::over(std::vector<Hash> leaves) {
    MerkleTree tree;
    if (!leaves.empty()) tree.levels_.push_back(std::move(leaves));
    while (tree.size() > 0 && tree.levels_.back().size() > 1) {
        const auto& below = tree.levels_.back();
        std::vector<Hash> level(below.size() / 2);
        for (std::size_t at = 0; at < level.size(); ++at)
            level[at] = node_hash(below[2 * at], below[(2 * at) + 1]);
        tree.levels_.push_back(std::move(level));
    }
    return tree;
}

void MerkleTree::add_hash(const Hash& leaf) {
    Hash hash = leaf;
    for (std::size_t level = 0;; ++level) {
        if (level == levels_.size()) levels_.emplace_back();
        auto& nodes = levels_[level];
        nodes.push_back(hash);
        if (nodes.size() % 2 != 0) return;
        hash = node_hash(nodes[nodes.size() - 2], hash);
    }
}

const Hash& MerkleTree::node(unsigned level, std::uint64_t index) const {
    CHECK(level < levels_.size() && index < levels_[level].size());
    return levels_[level][index];
}

NodeAt MerkleTree::nodes() const {
    return
        [this](unsigned level, std::uint64_t index) -> Result<Hash> { return node(level, index); };
}

}  // namespace credit::log
