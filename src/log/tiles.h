// Tiles (日志分片): the log as plain files that any web server can publish (c2sp.org/tlog-tiles).
//
//   checkpoint                    the signed size and root
//   tile/<L>/<N>[.p/<W>]          256 (or W) hashes of level L, each over 256^L entries
//   tile/entries/<N>[.p/<W>]      the entries themselves
//
// An entry is the 32-byte commitment of an act: nothing in these files or their names identifies
// anyone. Files are whole or absent; what is full never changes.

#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "foundation/result.h"
#include "log/merkle.h"

namespace credit::log {

inline constexpr std::size_t tile_width = 256;
inline constexpr unsigned tile_height = 8;

// "tile/0/x001/x234/067", with ".p/<width>" when it is partial.
std::string tile_path(unsigned level, std::uint64_t index, std::size_t width = tile_width);
std::string entries_path(std::uint64_t index, std::size_t width = tile_width);

// The hashes at the right edge, a row a level; full rows go to the visitor and to the level above.
class TileRows {
public:
    using Visitor = std::function<Result<void>(unsigned level, std::uint64_t index,
                                               std::span<const Hash> hashes)>;

    Result<void> add(const Hash& leaf, const Visitor& full);
    // The rows that are partial, from level 0 up.
    Result<void> visit_partial(const Visitor& visitor) const;
    // Takes a row up as it was left; from level 0 up.
    void restore(std::uint64_t index, std::vector<Hash> hashes);

    std::uint64_t size() const { return size_; }
    TreeHead head() const;
    // The leaves of the partial tile of level 0.
    std::span<const Hash> leaves() const;

private:
    struct Row {
        std::uint64_t index = 0;
        std::vector<Hash> hashes;
    };
    Result<void> push(std::size_t level, const Hash& hash, const Visitor& full);

    std::uint64_t size_ = 0;
    std::vector<Row> rows_;
};

// Reads a log's directory. Every function: NotFound "log.tile_missing", InvalidInput
// "log.tile_broken" when a file has not the form of its kind.
class TileReader {
public:
    explicit TileReader(std::filesystem::path directory) : directory_(std::move(directory)) {}

    // NotFound "log.no_checkpoint".
    Result<std::string> checkpoint() const;
    // The first `width` hashes of a tile, from its partial or its full file.
    Result<std::vector<Hash>> tile(unsigned level, std::uint64_t index, std::size_t width) const;
    Result<std::vector<Hash>> entries(std::uint64_t index, std::size_t width) const;
    // For proofs within a tree of this size. Keeps the tiles it read; one thread at a time.
    NodeAt nodes(std::uint64_t size) const;

private:
    std::filesystem::path directory_;
};

// Extends a log's directory. What it wrote counts only with the next checkpoint: the same entries
// may be written again after a crash.
class TileWriter {
public:
    // Goes on behind what is published. InvalidInput "log.tile_broken" when the files do not
    // have the published root.
    static Result<TileWriter> open(std::filesystem::path directory, const TreeHead& published);

    Result<void> add(const Hash& entry);
    // Writes the partial tiles and makes every name durable.
    Result<void> flush();
    // The last step: from here on readers see the new size.
    Result<void> publish(std::string_view checkpoint);

    std::uint64_t size() const { return rows_.size(); }
    TreeHead head() const { return rows_.head(); }

private:
    explicit TileWriter(std::filesystem::path directory) : directory_(std::move(directory)) {}
    Result<void> write(const std::string& path, BytesView content);
    Result<void> write_entries(std::uint64_t index);
    void drop_partials(const std::string& full_path);

    std::filesystem::path directory_;
    TileRows rows_;
    std::vector<Hash> entries_;  // of the partial bundle
    std::vector<std::filesystem::path> unsynced_;
};

}  // namespace credit::log
