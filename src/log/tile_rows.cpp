#include <bit>
#include <cstddef>
#include <cstdint>
#include <ranges>
#include <span>
#include <utility>
#include <vector>

#include "foundation/check.h"
#include "foundation/result.h"
#include "log/merkle.h"
#include "log/tiles.h"

namespace credit::log {
namespace {

// The root over a number of hashes that is a power of two.
Hash perfect_root(std::span<const Hash> hashes) {
    std::vector<Hash> level(hashes.begin(), hashes.end());
    while (level.size() > 1) {
        for (std::size_t i = 0; i < level.size() / 2; ++i)
            level[i] = node_hash(level[2 * i], level[(2 * i) + 1]);
        level.resize(level.size() / 2);
    }
    return level.front();
}

}  // namespace

Result<void> TileRows::add(const Hash& leaf, const Visitor& full) {
    ++size_;
    return push(0, leaf, full);
}

Result<void> TileRows::push(std::size_t level, const Hash& hash, const Visitor& full) {
    if (level == rows_.size()) rows_.emplace_back();
    rows_[level].hashes.push_back(hash);
    if (rows_[level].hashes.size() < tile_width) return {};
    TRY(full(static_cast<unsigned>(level), rows_[level].index, rows_[level].hashes));
    const auto above = perfect_root(rows_[level].hashes);
    rows_[level].hashes.clear();
    ++rows_[level].index;
    return push(level + 1, above, full);
}

Result<void> TileRows::visit_partial(const Visitor& visitor) const {
    for (std::size_t level = 0; level < rows_.size(); ++level) {
        const auto& row = rows_[level];
        if (!row.hashes.empty()) TRY(visitor(static_cast<unsigned>(level), row.index, row.hashes));
    }
    return {};
}

void TileRows::restore(std::uint64_t index, std::vector<Hash> hashes) {
    CHECK(hashes.size() < tile_width);
    if (rows_.empty()) size_ = index * tile_width + hashes.size();
    rows_.push_back({.index = index, .hashes = std::move(hashes)});
}

std::span<const Hash> TileRows::leaves() const {
    if (rows_.empty()) return {};
    return rows_.front().hashes;
}

TreeHead TileRows::head() const {
    std::vector<Hash> frontier;
    for (const auto& row : rows_ | std::views::reverse) {
        std::span<const Hash> rest(row.hashes);
        while (!rest.empty()) {
            const auto count = std::bit_floor(rest.size());
            frontier.push_back(perfect_root(rest.first(count)));
            rest = rest.subspan(count);
        }
    }
    const auto tree = MerkleRoot::resume(size_, std::move(frontier));
    CHECK(tree.has_value());
    return {.size = size_, .root = tree->root()};
}

}  // namespace credit::log
