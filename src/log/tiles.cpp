#include "log/tiles.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <system_error>
#include <unordered_map>
#include <utility>
#include <vector>

#include "foundation/bytes.h"
#include "foundation/check.h"
#include "foundation/durable_file.h"
#include "foundation/result.h"
#include "log/merkle.h"

namespace credit::log {
namespace {

constexpr std::uint64_t group = 1000;
constexpr std::size_t length_size = 2;
constexpr std::size_t hash_size = sizeof(Hash);
constexpr std::size_t levels_max =
    64 / tile_height;                         // of tiles, over as many entries as there can be
constexpr std::size_t tiles_kept_max = 1024;  // of a level, some 16 KiB each

// 1234067 as x001/x234/067.
std::string index_path(std::uint64_t index) {
    const auto digits = [](std::uint64_t part) {
        auto text = std::to_string(part);
        return text.insert(0, 3 - text.size(), '0');
    };
    std::string path = digits(index % group);
    for (index /= group; index > 0; index /= group)
        path.insert(0, std::string("x") + digits(index % group) + '/');
    return path;
}

std::string with_width(std::string path, std::size_t width) {
    CHECK(width >= 1 && width <= tile_width);
    if (width < tile_width) path.append(".p/").append(std::to_string(width));
    return path;
}

std::size_t width_of(std::uint64_t size, unsigned level, std::uint64_t index) {
    const auto hashes = size >> (tile_height * level);
    return static_cast<std::size_t>(
        std::min<std::uint64_t>(hashes - (index * tile_width), tile_width));
}

auto broken(const std::string& path) {
    return fail(ErrorCode::InvalidInput, "log.tile_broken", {path});
}

Bytes encode_tile(std::span<const Hash> hashes) {
    Bytes out;
    for (const auto& hash : hashes) out.insert(out.end(), hash.begin(), hash.end());
    return out;
}

// Each entry led by its length in two bytes.
Bytes encode_entries(std::span<const Hash> entries) {
    Bytes out;
    for (const auto& entry : entries) {
        out.push_back(0);
        out.push_back(static_cast<std::uint8_t>(hash_size));
        out.insert(out.end(), entry.begin(), entry.end());
    }
    return out;
}

// Hashes that stand `stride` bytes apart, each behind `prefix`.
std::optional<std::vector<Hash>> decode(BytesView content, BytesView prefix) {
    std::vector<Hash> hashes;
    const auto stride = prefix.size() + hash_size;
    if (content.size() % stride != 0) return std::nullopt;
    hashes.reserve(content.size() / stride);
    for (; !content.empty(); content = content.subspan(stride)) {
        if (!std::ranges::equal(content.first(prefix.size()), prefix)) return std::nullopt;
        std::ranges::copy(content.subspan(prefix.size(), hash_size), hashes.emplace_back().begin());
    }
    return hashes;
}

struct TileFile {
    std::string partial;
    std::string full;
    std::size_t width;
};

// What is partial for one size may have become full since, and its partial file be gone.
Result<std::vector<Hash>> read_hashes(const std::filesystem::path& directory, const TileFile& file,
                                      BytesView prefix) {
    auto content = read_whole(directory / file.partial);
    const bool other = !content && content.error().code == ErrorCode::NotFound;
    if (other && file.partial != file.full) content = read_whole(directory / file.full);
    if (!content && content.error().code == ErrorCode::NotFound)
        return fail(ErrorCode::NotFound, "log.tile_missing", {file.partial});
    const auto text = TRY(std::move(content));
    auto hashes = decode(bytes_of(text), prefix);
    if (!hashes || (hashes->size() != file.width && hashes->size() != tile_width))
        return broken(file.partial);
    hashes->resize(file.width);
    return *std::move(hashes);
}

}  // namespace

std::string tile_path(unsigned level, std::uint64_t index, std::size_t width) {
    return with_width("tile/" + std::to_string(level) + '/' + index_path(index), width);
}

std::string entries_path(std::uint64_t index, std::size_t width) {
    return with_width("tile/entries/" + index_path(index), width);
}

Result<std::string> TileReader::checkpoint() const {
    auto text = read_whole(directory_ / "checkpoint");
    if (!text && text.error().code == ErrorCode::NotFound)
        return fail(ErrorCode::NotFound, "log.no_checkpoint");
    return text;
}

Result<std::vector<Hash>> TileReader::tile(unsigned level, std::uint64_t index,
                                           std::size_t width) const {
    const TileFile file{
        .partial = tile_path(level, index, width), .full = tile_path(level, index), .width = width};
    return read_hashes(directory_, file, {});
}

Result<std::vector<Hash>> TileReader::entries(std::uint64_t index, std::size_t width) const {
    constexpr std::array<std::uint8_t, length_size> prefix{0, hash_size};
    const TileFile file{
        .partial = entries_path(index, width), .full = entries_path(index), .width = width};
    return read_hashes(directory_, file, prefix);
}

// Each level's own: the many tiles of leaves leave the few above them where they are.
NodeAt TileReader::nodes(std::uint64_t size) const {
    using Tiles = std::unordered_map<std::uint64_t, MerkleTree>;
    auto kept = std::make_shared<std::vector<Tiles>>(levels_max);
    return [reader = *this, size, kept](unsigned level, std::uint64_t index) -> Result<Hash> {
        const unsigned row = level / tile_height;
        const unsigned height = level % tile_height;
        const auto in_tile = tile_width >> height;
        const auto number = index / in_tile;
        Tiles& tiles = (*kept)[row];
        auto found = tiles.find(number);
        if (found == tiles.end()) {
            auto tree =
                MerkleTree::over(TRY(reader.tile(row, number, width_of(size, row, number))));
            if (tiles.size() >= tiles_kept_max) tiles.clear();
            found = tiles.emplace(number, std::move(tree)).first;
        }
        return found->second.node(height, index % in_tile);
    };
}

Result<TileWriter> TileWriter::open(std::filesystem::path directory, const TreeHead& published) {
    TileWriter writer(std::move(directory));
    const TileReader reader(writer.directory_);
    const auto bundle = published.size / tile_width;
    if (published.size % tile_width != 0)
        writer.entries_ = TRY(reader.entries(bundle, published.size % tile_width));
    for (unsigned level = 0; published.size >> (tile_height * level) != 0; ++level) {
        const auto hashes = published.size >> (tile_height * level);
        std::vector<Hash> row;
        if (hashes % tile_width != 0)
            row = TRY(reader.tile(level, hashes / tile_width, hashes % tile_width));
        writer.rows_.restore(hashes / tile_width, std::move(row));
    }
    const bool same_entries =
        std::ranges::equal(writer.entries_, writer.rows_.leaves(), {},
                           [](const Hash& entry) { return leaf_hash(entry); });
    if (!same_entries) return broken(entries_path(bundle, writer.entries_.size()));
    if (writer.rows_.head() != published) return broken("tile");
    return writer;
}

Result<void> TileWriter::add(const Hash& entry) {
    entries_.push_back(entry);
    const auto bundle = rows_.size() / tile_width;
    if (entries_.size() == tile_width) {
        TRY(write(entries_path(bundle), encode_entries(entries_)));
        drop_partials(entries_path(bundle));
        entries_.clear();
    }
    return rows_.add(leaf_hash(entry), [this](unsigned level, std::uint64_t index, auto hashes) {
        const auto path = tile_path(level, index);
        const auto written = write(path, encode_tile(hashes));
        if (written) drop_partials(path);
        return written;
    });
}

Result<void> TileWriter::flush() {
    const auto bundle = rows_.size() / tile_width;
    if (!entries_.empty())
        TRY(write(entries_path(bundle, entries_.size()), encode_entries(entries_)));
    TRY(rows_.visit_partial([this](unsigned level, std::uint64_t index, auto hashes) {
        const auto path = tile_path(level, index, hashes.size());
        return write(path, encode_tile(hashes));
    }));
    TRY(make_durable(unsynced_, directory_));
    unsynced_.clear();
    return {};
}

Result<void> TileWriter::publish(std::string_view checkpoint) {
    const auto file = directory_ / "checkpoint";
    TRY(write_whole(file, bytes_of(checkpoint)));
    return make_durable(std::span(&file, 1), directory_);
}

Result<void> TileWriter::write(const std::string& path, BytesView content) {
    TRY(write_whole(directory_ / path, content));
    unsynced_.push_back(directory_ / path);
    return {};
}

// Their names leave the list too: what is gone needs no flush.
void TileWriter::drop_partials(const std::string& full_path) {
    auto partials = directory_ / full_path;
    partials += ".p";
    std::error_code ignored;
    std::filesystem::remove_all(partials, ignored);
    std::erase_if(unsynced_, [&](const auto& file) { return file.parent_path() == partials; });
}

}  // namespace credit::log
