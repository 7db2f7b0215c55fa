// Numbered strings, many and short, in little memory: one after another in blocks, of which those
// past a bound lie in a file without a name and come back through a small cache.
//
// A spreadsheet numbers its strings as the cells first need them, so look-ups walk forward and the
// cache seldom misses; a file made to miss costs one read of 64 KiB a cell.

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/result.h"
#include "sheets/file_bytes.h"

namespace credit::sheets::xlsx {

class StringTable {
public:
    explicit StringTable(std::size_t memory_bytes);

    // Unavailable "sheets.cannot_spill": there is no room for temporary files.
    Result<void> add(std::string_view text);

    // Puts the string into `text`; false when there is none of this number.
    // Unavailable "sheets.cannot_spill".
    Result<bool> get(std::uint64_t number, std::string& text);

    std::uint64_t size() const { return size_; }

private:
    static constexpr std::size_t block_bytes = std::size_t{64} << 10;
    static constexpr std::size_t cached_blocks = 64;
    static constexpr std::uint64_t strings_in_group = 16;

    using Block = std::array<char, block_bytes>;
    struct CachedBlock {
        std::uint64_t number = UINT64_MAX;
        std::unique_ptr<Block> bytes;
    };

    Result<void> append(std::string_view bytes);
    Result<void> close_block();
    Result<const char*> block(std::uint64_t number);
    Result<void> copy(std::uint64_t place, std::span<char> target);
    Result<std::size_t> take_length(std::uint64_t& place);

    std::size_t memory_blocks_;
    std::vector<std::unique_ptr<Block>> in_memory_;
    std::unique_ptr<Block> open_;  // the block being filled
    File spilled_;                 // blocks after those in memory
    std::array<CachedBlock, cached_blocks> cache_;
    std::vector<std::uint64_t> groups_;  // where every 16th string begins
    std::uint64_t bytes_ = 0;
    std::uint64_t size_ = 0;
};

}  // namespace credit::sheets::xlsx
