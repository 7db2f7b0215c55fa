#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <ios>
#include <string>
#include <utility>

#include "demo/synthetic.h"
#include "foundation/bytes.h"
#include "foundation/durable_file.h"
#include "search/organisation.h"
#include "search/segments/segment.h"
#include "search/segments/segment_builder.h"
#include "search/segments/snapshot.h"

namespace credit::search {
namespace {

class SnapshotTest : public testing::Test {
protected:
    void SetUp() override {
        folder_ = std::filesystem::temp_directory_path() /
                  ("xinheng-snapshot-" + std::to_string(::getpid()));
        std::filesystem::create_directories(folder_);
    }
    void TearDown() override { std::filesystem::remove_all(folder_); }

    std::filesystem::path file() const { return folder_ / "store.names"; }

    // Enough of them that some pairs stand in bitmaps.
    static Segment segment(std::size_t count = 600) {
        demo::Dice dice(3);
        SegmentBuilder builder;
        for (std::size_t left = count; left > 0; --left) {
            const auto organisation = demo::make_organisation(dice);
            builder.add({.organisation = Organisation::with_code(organisation.identifier).value(),
                         .names = {{.name = organisation.name}}});
        }
        return builder.build();
    }

    static AlignedBytes copy(BytesView bytes, std::size_t size) {
        AlignedBytes made(size);
        std::ranges::fill(made.bytes(), std::uint8_t{0});
        std::ranges::copy(bytes.first(std::min(size, bytes.size())), made.bytes().begin());
        return made;
    }

    std::filesystem::path folder_;
};

TEST_F(SnapshotTest, WhatIsWrittenIsReadBack) {
    const auto written = segment();
    ASSERT_TRUE(write_snapshot(file(), written, {.place = 7, .last_act = "01ACT"}));
    const auto mark = find_mark(file());
    ASSERT_TRUE(mark);
    EXPECT_EQ(mark->place, 7);
    EXPECT_EQ(mark->last_act, "01ACT");
    EXPECT_EQ(parse_mark(to_text(*mark)), mark);
    const auto read = read_snapshot(file(), *mark);
    ASSERT_TRUE(read);
    EXPECT_TRUE(std::ranges::equal(read->bytes(), written.bytes()));
}

TEST_F(SnapshotTest, AnEmptySegmentIsOneToo) {
    ASSERT_TRUE(write_snapshot(file(), segment(0), {.place = 1, .last_act = "01ACT"}));
    EXPECT_TRUE(read_snapshot(file(), find_mark(file()).value()));
}

TEST_F(SnapshotTest, ADamagedFileIsNotRead) {
    ASSERT_TRUE(write_snapshot(file(), segment(), {.place = 7, .last_act = "01ACT"}));
    const auto mark = find_mark(file()).value();
    for (const std::streamoff at : {0, 9, 5000, 20'000}) {
        std::fstream out(file(), std::ios::in | std::ios::out | std::ios::binary);
        out.seekg(at);
        const auto before = static_cast<char>(out.get());
        out.seekp(at);
        out.put(static_cast<char>(before ^ 1));
        out.flush();
        EXPECT_FALSE(read_snapshot(file(), mark)) << at;
        out.seekp(at);
        out.put(before);
    }
    EXPECT_TRUE(read_snapshot(file(), mark));
    std::filesystem::resize_file(file(), mark.size - 1);
    EXPECT_FALSE(read_snapshot(file(), mark));
    drop_snapshot(file());
    EXPECT_FALSE(find_mark(file()));
    EXPECT_FALSE(std::filesystem::exists(file()));
}

TEST_F(SnapshotTest, AMarkIsWholeOrNone) {
    ASSERT_TRUE(write_snapshot(file(), segment(3), {.place = 7, .last_act = "01ACT"}));
    const auto text = to_text(find_mark(file()).value());
    for (std::size_t size = 0; size < text.size(); ++size) {
        EXPECT_FALSE(parse_mark(text.substr(0, size))) << size;
    }
    EXPECT_FALSE(parse_mark(text + "\n"));
    auto older = text;
    older.replace(older.find("icu-"), 4, "icu+");
    auto mark = file();
    mark += ".mark";
    ASSERT_TRUE(write_whole(mark, bytes_of(older)));
    EXPECT_FALSE(find_mark(file()));  // names were folded otherwise
}

// Without the digest in front of it: whatever stands in the bytes, they are read as a whole segment
// or not at all.
TEST_F(SnapshotTest, EveryByteThatChangesIsSeenOrHarmless) {
    const auto written = segment();
    const auto bytes = written.bytes();
    EXPECT_FALSE(Segment::read(copy(bytes, bytes.size() - 32)));
    EXPECT_FALSE(Segment::read(copy(bytes, bytes.size() + 32)));
    EXPECT_FALSE(Segment::read(AlignedBytes(0)));
    for (std::size_t at = 0; at < bytes.size(); at += 7) {
        auto changed = copy(bytes, bytes.size());
        changed.bytes()[at] ^= 0xFF;
        const auto read = Segment::read(std::move(changed));
        if (!read) continue;
        for (std::uint32_t name = 0; name < read->size(); name += 50) read->text(name);
        for (const auto& place : read->pairs_from(u'有')) {
            EXPECT_LE(read->names_at(place).size(), read->size());
        }
    }
}

}  // namespace
}  // namespace credit::search
