#include "log/tiles.h"

#include <gtest/gtest.h>

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "foundation/bytes.h"
#include "foundation/crypto.h"
#include "foundation/durable_file.h"
#include "log/merkle.h"

namespace credit::log {
namespace {

class Tiles : public testing::Test {
protected:
    Tiles()
        : directory_(std::filesystem::path(testing::TempDir()) /
                     ("xinheng_tiles_" + to_hex(crypto::random_key()).substr(0, 12))) {}
    ~Tiles() override { std::filesystem::remove_all(directory_); }

    static Hash entry(std::uint64_t number) {
        return crypto::sha256(bytes_of(std::to_string(number)));
    }

    // Grows the log to the size, publishing in between at every multiple of `step`.
    TreeHead grow(TileWriter& writer, std::uint64_t size, std::uint64_t step) {
        while (writer.size() < size) {
            const auto number = writer.size();
            EXPECT_TRUE(writer.add(entry(number)).has_value());
            tree_.add(entry(number));
            if ((number + 1) % step == 0) {
                EXPECT_TRUE(writer.flush().has_value());
            }
        }
        EXPECT_TRUE(writer.flush().has_value());
        return writer.head();
    }

    bool has(const std::string& path) const { return std::filesystem::exists(directory_ / path); }

    std::filesystem::path directory_;
    MerkleTree tree_;
};

TEST(TilePath, IsThatOfTheSpecification) {
    EXPECT_EQ(tile_path(0, 1234067), "tile/0/x001/x234/067");
    EXPECT_EQ(tile_path(3, 0, 17), "tile/3/000.p/17");
    EXPECT_EQ(tile_path(0, 1000), "tile/0/x001/000");
    EXPECT_EQ(entries_path(7, 255), "tile/entries/007.p/255");
}

// More tiles than are kept at hand: what is thrown away is read again.
TEST_F(Tiles, ProveWhateverIsAskedOfALargeLog) {
    constexpr std::uint64_t size = 270'001;
    auto writer = TileWriter::open(directory_, {.size = 0, .root = empty_root()}).value();
    const auto head = grow(writer, size, size);
    const auto nodes = TileReader(directory_).nodes(size);
    for (std::uint64_t index = 0; index < size; index += 101) {
        const auto proof = inclusion_proof(index, size, nodes).value();
        EXPECT_EQ(proof, inclusion_proof(index, size, tree_.nodes()).value()) << index;
        EXPECT_TRUE(verify_inclusion(leaf_hash(entry(index)), index, head, proof));
    }
}

TEST_F(Tiles, HaveTheFilesThatTheSpecificationNamesForASize) {
    auto writer = TileWriter::open(directory_, {.size = 0, .root = empty_root()}).value();
    const auto head = grow(writer, 70'000, 70'000);
    EXPECT_EQ(head.root, root_of(70'000, tree_.nodes()).value());
    EXPECT_TRUE(has("tile/0/272"));
    EXPECT_TRUE(has("tile/0/273.p/112"));
    EXPECT_TRUE(has("tile/1/000"));
    EXPECT_TRUE(has("tile/1/001.p/17"));
    EXPECT_TRUE(has("tile/2/000.p/1"));
    EXPECT_FALSE(has("tile/3"));
    EXPECT_EQ(std::filesystem::file_size(directory_ / "tile/0/000"), 8192U);
    EXPECT_EQ(std::filesystem::file_size(directory_ / "tile/entries/000"), 256U * 34U);
}

TEST_F(Tiles, AreResumedAtAnySize) {
    TreeHead head{.size = 0, .root = empty_root()};
    for (const std::uint64_t size : {1U, 2U, 255U, 256U, 257U, 511U, 512U, 700U, 66'000U}) {
        auto writer = TileWriter::open(directory_, head);
        ASSERT_TRUE(writer.has_value()) << size;
        head = grow(*writer, size, 20'000);
        EXPECT_EQ(head.root, root_of(size, tree_.nodes()).value());
    }
    EXPECT_FALSE(has("tile/0/000.p"));
    EXPECT_FALSE(has("tile/entries/001.p"));
}

TEST_F(Tiles, GiveTheProofsOfTheTree) {
    auto writer = TileWriter::open(directory_, {.size = 0, .root = empty_root()}).value();
    const auto head = grow(writer, 66'000, 66'000);
    const auto nodes = TileReader(directory_).nodes(head.size);
    for (const std::uint64_t index : {0U, 1U, 255U, 256U, 40'000U, 65'535U, 65'536U, 65'999U}) {
        const auto proof = inclusion_proof(index, head.size, nodes);
        ASSERT_TRUE(proof.has_value());
        EXPECT_TRUE(verify_inclusion(leaf_hash(entry(index)), index, head, *proof));
    }
    const TreeHead older{.size = 300, .root = root_of(300, tree_.nodes()).value()};
    EXPECT_TRUE(verify_consistency(older, head, consistency_proof(300, head.size, nodes).value()));
}

TEST_F(Tiles, ThatWereChangedAreNotExtended) {
    auto writer = TileWriter::open(directory_, {.size = 0, .root = empty_root()}).value();
    const auto head = grow(writer, 300, 300);
    const auto path = directory_ / "tile/0/001.p/44";
    auto content = read_whole(path).value();
    content[5] = static_cast<char>(content[5] ^ 1);
    ASSERT_TRUE(write_whole(path, bytes_of(content)).has_value());
    EXPECT_EQ(TileWriter::open(directory_, head).error().grounds.front().word, "log.tile_broken");
    std::filesystem::remove(path);
    EXPECT_EQ(TileWriter::open(directory_, head).error().grounds.front().word, "log.tile_missing");
}

TEST_F(Tiles, OfAnotherLengthAreBroken) {
    ASSERT_TRUE(write_whole(directory_ / "tile/0/000.p/2", bytes_of("short")).has_value());
    EXPECT_FALSE(TileReader(directory_).tile(0, 0, 2).has_value());
    ASSERT_TRUE(write_whole(directory_ / "tile/entries/000.p/1", Bytes(34)).has_value());
    EXPECT_FALSE(TileReader(directory_).entries(0, 1).has_value());
}

}  // namespace
}  // namespace credit::log
