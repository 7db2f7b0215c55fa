// A log is copied beside the sequencer that extends it: whatever the checkpoint of the copy says,
// its tiles are there, though files are renamed and whole folders go away meanwhile.

#include "backup/copy_files.h"

#include <gtest/gtest.h>

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <string>
#include <thread>

#include "foundation/bytes.h"
#include "foundation/crypto.h"
#include "foundation/durable_file.h"
#include "foundation/result.h"
#include "log/merkle.h"
#include "log/tiles.h"

namespace credit::backup {
namespace {

namespace fs = std::filesystem;

class CopyFiles : public testing::Test {
protected:
    CopyFiles()
        : folder_(fs::path(testing::TempDir()) /
                  ("xinheng_copy_" + to_hex(crypto::random_key()).substr(0, 12))) {
        fs::create_directories(from());
    }
    ~CopyFiles() override { fs::remove_all(folder_); }

    fs::path from() const { return folder_ / "from"; }
    fs::path to(int copy = 0) const { return folder_ / ("to" + std::to_string(copy)); }

private:
    fs::path folder_;
};

log::Hash entry(std::uint64_t number) {
    return crypto::sha256(bytes_of(std::to_string(number)));
}

// What the sequencer does, with the size in the place of a signed checkpoint.
Result<void> extend(log::TileWriter& writer, std::uint64_t size) {
    while (writer.size() < size) TRY(writer.add(entry(writer.size())));
    TRY(writer.flush());
    return writer.publish(std::to_string(size));
}

// The size that the checkpoint says, when all its entries and leaves are there.
std::uint64_t whole_size(const fs::path& log) {
    const log::TileReader tiles(log);
    const auto checkpoint = tiles.checkpoint();
    EXPECT_TRUE(checkpoint.has_value());
    if (!checkpoint) return 0;
    const auto size = std::stoull(*checkpoint);
    for (std::uint64_t first = 0; first < size; first += log::tile_width) {
        const auto width = std::min<std::uint64_t>(log::tile_width, size - first);
        const auto entries = tiles.entries(first / log::tile_width, width);
        const auto leaves = tiles.tile(0, first / log::tile_width, width);
        EXPECT_TRUE(entries && leaves) << "of " << size << " entries those from " << first << " on";
        if (!entries || !leaves) return 0;
        EXPECT_EQ(entries->back(), entry(first + width - 1));
    }
    return size;
}

TEST_F(CopyFiles, HoldWhatTheCheckpointOfTheCopyNamesBesideTheSequencer) {
    constexpr int copies = 40;
    auto writer = log::TileWriter::open(from(), {.size = 0, .root = log::empty_root()}).value();
    ASSERT_TRUE(extend(writer, 1));
    std::atomic<bool> stop = false;
    std::jthread sequencer([&] {
        while (!stop) {
            if (!extend(writer, writer.size() + 37)) return;
        }
    });
    std::uint64_t last = 0;
    for (int copy = 0; copy < copies; ++copy) {
        const auto copied = copy_log(from(), to(copy));
        ASSERT_TRUE(copied) << copied.error().grounds.front().word;
        const auto size = whole_size(to(copy));
        EXPECT_GE(size, last);
        last = size;
        for (const auto& each : fs::recursive_directory_iterator(to(copy))) {
            EXPECT_NE(each.path().extension(), ".new") << each.path();
        }
    }
    stop = true;
    sequencer.join();
    EXPECT_GT(last, log::tile_width) << "the sequencer did nothing meanwhile";
}

TEST_F(CopyFiles, PassOverFoldersAndFilesThatGoAway) {
    std::atomic<bool> stop = false;
    std::ofstream(from() / "stays") << "stays";
    std::jthread busy([&] {
        for (int turn = 0; !stop; ++turn) {
            const auto folder = from() / (std::to_string(turn % 7) + ".p");
            if (!write_whole(folder / "1", bytes_of("part"))) return;
            fs::rename(folder / "1", folder / "2");
            fs::remove_all(folder);
        }
    });
    for (int copy = 0; copy < 300; ++copy) {
        const auto copied = copy_folder(from(), to(copy));
        ASSERT_TRUE(copied) << copied.error().grounds.front().word;
        EXPECT_TRUE(fs::exists(to(copy) / "stays"));
    }
    stop = true;
}

TEST_F(CopyFiles, LeaveWhatStandsAtTheTarget) {
    ASSERT_TRUE(write_whole(from() / "a/b", bytes_of("new")));
    ASSERT_TRUE(write_whole(from() / "c.new", bytes_of("half")));
    ASSERT_TRUE(write_whole(to() / "a/b", bytes_of("old")));
    ASSERT_TRUE(copy_folder(from(), to()));
    EXPECT_EQ(read_whole(to() / "a/b").value(), "old");
    EXPECT_FALSE(fs::exists(to() / "c.new"));
    EXPECT_TRUE(copy_folder(from() / "nothing", to()));
    EXPECT_TRUE(copy_if_there(from() / "nothing", to() / "nothing"));
    EXPECT_FALSE(fs::exists(to() / "nothing"));
}

TEST_F(CopyFiles, SayWhereTheyCannotBeWritten) {
    ASSERT_TRUE(write_whole(from() / "a", bytes_of("text")));
    ASSERT_TRUE(write_whole(to(), bytes_of("no folder")));
    EXPECT_EQ(copy_folder(from(), to()).error().grounds.front().word,
              "foundation.file_not_written");
}

}  // namespace
}  // namespace credit::backup
