// The sequencer ends at any point, and the next start finishes what it left.

#include "log/sequencer.h"

#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <thread>
#include <vector>

#include "foundation/bytes.h"
#include "foundation/durable_file.h"
#include "log/log_head.h"
#include "log/merkle.h"
#include "log/sequencer_thread.h"
#include "log/tiles.h"
#include "sql/pool.h"
#include "sql/session.h"
#include "tests/store/failing_session.h"
#include "tests/store/log_fixture.h"

namespace credit::log {
namespace {

class SequencerTest : public LogTest {
protected:
    std::string refusal() {
        const auto opened = Sequencer::open(session(), keys_, place());
        return opened ? "" : opened.error().grounds.front().word;
    }
};
INSTANTIATE_TEST_SUITE_P(, SequencerTest, store::both_engines(), store::engine_name);

TEST_P(SequencerTest, NumbersInTheOrderOfTheActs) {
    std::vector<std::string> ids;
    for (int i = 0; i < 10; ++i) ids.push_back(append());
    ASSERT_TRUE(sequence().has_value());
    for (int i = 0; i < 10; ++i) EXPECT_EQ(act_at(i), ids[static_cast<std::size_t>(i)]);
    EXPECT_EQ(find_head(session()).value()->head().size, 10U);
}

TEST_P(SequencerTest, PublishesAnEmptyLog) {
    ASSERT_TRUE(sequence().has_value());
    EXPECT_TRUE(checkpoint().starts_with(keys_.origin + "\n0\n"));
}

TEST_P(SequencerTest, FinishesAfterAFailureAtAnyCall) {
    fill(250);
    bool done = false;
    for (int calls = 1; !done; ++calls) {
        append_many(3);
        store::FailingSession failing(session(), calls);
        auto sequencer = Sequencer::open(failing, keys_, place());
        done = sequencer && sequencer->run(failing, now);
        EXPECT_TRUE(verified().ok) << finding() << " after " << calls << " calls";
        ASSERT_TRUE(sequence().has_value());
        EXPECT_TRUE(verified().ok) << finding() << " after " << calls << " calls";
        ASSERT_LT(calls, 100);
    }
    const sql::Statement waiting{.name = "test.count", .text = "SELECT count(*) FROM unsequenced"};
    EXPECT_EQ(session().find(waiting).value()->integer(0), 0);
}

TEST_P(SequencerTest, FinishesTilesThatWereLeftHalfWritten) {
    fill(254);
    append_many(5);
    {
        auto sequencer = Sequencer::open(session(), keys_, place());
        ASSERT_EQ(sequencer->number(session(), now).value(), 5);
    }
    // Tiles without their checkpoint, one of them cut short beside its name.
    const TreeHead before = open_checkpoint(checkpoint(), verifier_of(keys_))->head;
    auto writer = TileWriter::open(log_, before).value();
    const sql::Statement find{.name = "test.entries",
                              .text =
                                  "SELECT commitment FROM log_entry "
                                  "WHERE log_index >= 254 ORDER BY log_index"};
    const auto rows = session().query(find).value();
    for (const auto& row : rows) {
        Hash entry{};
        std::ranges::copy(row.bytes(0), entry.begin());
        ASSERT_TRUE(writer.add(entry).has_value());
    }
    ASSERT_TRUE(write_whole(log_ / "tile/0/001.p/3.new", bytes_of("cut")).has_value());
    EXPECT_TRUE(verified().ok) << finding();
    ASSERT_TRUE(sequence().has_value());
    EXPECT_TRUE(verified().ok) << finding();
    EXPECT_EQ(verified().entries, 259U);
}

TEST_P(SequencerTest, WritesLostFilesAgain) {
    fill(300);
    const auto kept = checkpoint();
    std::filesystem::remove_all(log_ / "tile");
    ASSERT_TRUE(sequence().has_value());
    EXPECT_EQ(checkpoint(), kept);
    EXPECT_TRUE(verified().ok) << finding();
    std::filesystem::remove_all(log_);
    fill(1);
    EXPECT_TRUE(verified().ok) << finding();
}

TEST_P(SequencerTest, SignsNothingThatContradictsWhatIsPublished) {
    fill(10);
    const auto kept = checkpoint();
    // A store taken back to nothing.
    for (const auto* const table : {"act", "act_key", "log_entry", "log_head"})
        run_sql("DELETE FROM " + std::string(table));
    EXPECT_EQ(refusal(), "log.log_ahead");
    EXPECT_EQ(checkpoint(), kept);
    // And grown again to the same size, and past it.
    const auto files = log_;
    log_ = folder() / "elsewhere";
    fill(10);
    log_ = files;
    EXPECT_EQ(refusal(), "log.log_forked");
    log_ = folder() / "elsewhere";
    fill(1);
    log_ = files;
    EXPECT_EQ(refusal(), "log.log_forked");
    EXPECT_EQ(checkpoint(), kept);
}

TEST_P(SequencerTest, DoesNotExtendChangedTiles) {
    fill(10);
    flip("tile/0/000.p/10", 3);
    EXPECT_EQ(refusal(), "log.tile_broken");
}

TEST_P(SequencerTest, WaitsForALeaseThatAnotherHolds) {
    fill(2);  // "test" holds the lease for ten seconds
    append();
    auto other = Sequencer::open(session(), keys_, {.log = log_, .holder = "other"});
    EXPECT_EQ(other->number(session(), now).error().grounds.front().word, "log.lease_elsewhere");
    EXPECT_TRUE(other->run(session(), now).has_value());
    EXPECT_EQ(other->published().size, 2U);
    EXPECT_TRUE(other->run(session(), {now.milliseconds + 10'001}).has_value());
    EXPECT_EQ(other->published().size, 3U);
}

TEST_P(SequencerTest, WorksByItself) {
    append_many(3);
    {
        sql::Pool pool(store(), 4);
        SequencerThread thread(pool, keys_, place());
        for (int i = 0; i < 200 && thread.published().size < 3; ++i)
            std::this_thread::sleep_for(std::chrono::milliseconds(20));
        EXPECT_EQ(thread.published().size, 3U);
        EXPECT_FALSE(thread.failure().has_value());
        append_many(2);
        thread.wake();
    }
    EXPECT_EQ(verified().entries, 5U);
    EXPECT_TRUE(verified().ok) << finding();
}

}  // namespace
}  // namespace credit::log
