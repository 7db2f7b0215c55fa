#include "lookups/blocks/lookup_block.h"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "foundation/bytes.h"
#include "foundation/clock.h"
#include "foundation/crypto.h"
#include "foundation/result.h"
#include "lookups/blocks/lookup_block.sql.h"
#include "lookups/blocks/lookup_places.h"
#include "lookups/blocks/lookup_settler.h"
#include "lookups/blocks/lookup_writer.h"
#include "lookups/lookup.h"
#include "sql/pool.h"
#include "sql/session.h"
#include "sql/statement.h"
#include "tests/store/store_fixture.h"

namespace credit::lookups {
namespace {

namespace statements = blocks::statements;

// The settler stands back: on a machine that is busy it waits for its turn, here up to a minute.
constexpr int settling_waits = 6'000;

constexpr sql::Statement settled{.name = "test.settled",
                                 .text =
                                     "SELECT lookup_id, subject_key, officer, shown, bucket, "
                                     "looked_at, digest FROM lookup ORDER BY lookup_id"};

class LookupBlockTest : public store::StoreTest {
protected:
    static Lookup lookup(const std::string& id, const std::string& subject) {
        return {.id = id,
                .subject_key = subject,
                .looked_at = Instant{1'790'000'000'000},
                .account = "approval-system",
                .authority = "SD-SAMR",
                .reason = {.matter = "food_permit",
                           .purpose = "approval",
                           .ground = "sd_regulation_22",
                           .case_number = "办件-1",
                           .officer = "窗口一"},
                .shown = "",
                .digest = crypto::sha256(bytes_of(id))};
    }

    void keep(const std::vector<Lookup>& lookups) {
        std::string entries;
        for (const auto& each : lookups) append_entry(entries, each);
        ASSERT_TRUE(
            session().execute(statements::insert_block, {lookups.front().id, bytes_of(entries)}));
    }
};
INSTANTIATE_TEST_SUITE_P(, LookupBlockTest, store::both_engines(), store::engine_name);

TEST_P(LookupBlockTest, SettlesWhatWasKeptWhole) {
    keep({lookup("01", "OB"), lookup("02", "OA")});
    keep({lookup("03", "OA")});
    ASSERT_TRUE(settle(Sessions::together(session())));
    const auto rows = session().query(settled).value();
    ASSERT_EQ(rows.size(), 3U);
    EXPECT_EQ(rows[1].text(0), "02");
    EXPECT_EQ(rows[1].text(1), "OA");
    EXPECT_EQ(rows[1].text(2), "窗口一");
    EXPECT_EQ(rows[1].text(3), "");
    EXPECT_EQ(rows[1].integer(4), bucket_of("OA"));
    EXPECT_EQ(rows[1].integer(5), 1'790'000'000'000);
    const auto digest = crypto::sha256(bytes_of("02"));
    EXPECT_EQ(rows[1].bytes(6), Bytes(digest.begin(), digest.end()));
}

TEST_P(LookupBlockTest, SettlesEachOnce) {
    keep({lookup("01", "OA")});
    EXPECT_EQ(settle_some(Sessions::together(session()), 8).value().lookups, 1U);
    EXPECT_EQ(settle_some(Sessions::together(session()), 8).value().lookups, 0U);
    EXPECT_EQ(session().query(settled).value().size(), 1U);
}

TEST_P(LookupBlockTest, SaysWhetherMoreWaits) {
    keep({lookup("01", "OA"), lookup("02", "OA")});
    keep({lookup("03", "OA")});
    EXPECT_FALSE(settle_some(Sessions::together(session()), 1).value().all);
    EXPECT_TRUE(settle_some(Sessions::together(session()), 1).value().all);
}

TEST_P(LookupBlockTest, ShowsWhatIsNotSettledAndLeavesIt) {
    keep({lookup("01", "OB"), lookup("02", "OA")});
    for (int turn = 0; turn < 2; ++turn) {
        std::vector<std::string> seen;
        ASSERT_TRUE(visit_unsettled(session(), [&](const Lookup& each) -> Result<void> {
            seen.push_back(each.id);
            return {};
        }));
        EXPECT_EQ(seen, (std::vector<std::string>{"01", "02"}));
    }
    ASSERT_TRUE(settle(Sessions::together(session())));
    ASSERT_TRUE(visit_unsettled(session(), [](const Lookup&) -> Result<void> {
        return fail(ErrorCode::Conflict, "test.nothing_waits");
    }));
}

// Two who settle at once on one store take each look-up once, and neither goes before all are
// there.
TEST_P(LookupBlockTest, TwoSettleAtOnce) {
    constexpr int lookups_max = 600;
    for (int each = 100; each < 100 + lookups_max; ++each) {
        keep({lookup(std::to_string(each), "O" + std::to_string(each % 7))});
    }
    const auto other = another_session();
    std::size_t seen_by_other = 0;
    {
        const std::jthread settling([&] {
            EXPECT_TRUE(settle(Sessions::together(*other)));
            seen_by_other = other->query(settled).value().size();
        });
        EXPECT_TRUE(settle(Sessions::together(session())));
        EXPECT_EQ(session().query(settled).value().size(), lookups_max);
    }
    EXPECT_EQ(seen_by_other, lookups_max);
}

TEST_P(LookupBlockTest, PoolsGiveASessionThatMissesNothing) {
    sql::Pool pool(store(), 2, sql::Pool::Writers::Elsewhere);
    for (const std::string id : {"01", "02", "03"}) {
        keep({lookup(id, "OA")});
        const auto lease = lease_settled(Pools{.table = pool, .blocks = pool}).value();
        const auto rows = lease->query(settled).value();
        ASSERT_FALSE(rows.empty());
        EXPECT_EQ(rows.back().text(0), id);
    }
}

// Blocks in a file of their own, as beside an embedded store.
class LookupBlocksApartTest : public LookupBlockTest {
protected:
    void SetUp() override {
        LookupBlockTest::SetUp();
        blocks_ = open_blocks();
        ASSERT_TRUE(sql::migrate(*blocks_));
    }

    std::unique_ptr<sql::Session> open_blocks() const {
        return sql::open_session((folder() / "apart.blocks").string()).value();
    }

    void keep_apart(const std::vector<Lookup>& lookups) {
        std::string entries;
        for (const auto& each : lookups) append_entry(entries, each);
        ASSERT_TRUE(
            blocks_->execute(statements::insert_block, {lookups.front().id, bytes_of(entries)}));
    }

    std::vector<std::string> ids_settled() {
        std::vector<std::string> ids;
        const auto rows = session().query(settled).value();
        for (const auto& row : rows) ids.push_back(row.text(0));
        return ids;
    }

    Sessions apart() { return {.table = session(), .blocks = *blocks_}; }
    sql::Session& blocks() { return *blocks_; }

private:
    std::unique_ptr<sql::Session> blocks_;
};
INSTANTIATE_TEST_SUITE_P(, LookupBlocksApartTest, store::both_engines(), store::engine_name);

TEST_P(LookupBlocksApartTest, SettlesAndLeavesNoBlock) {
    keep_apart({lookup("01", "OB"), lookup("02", "OA")});
    keep_apart({lookup("03", "OA")});
    EXPECT_EQ(settle_some(apart(), 1).value().lookups, 2U);
    EXPECT_EQ(ids_settled(), (std::vector<std::string>{"01", "02"}));
    ASSERT_TRUE(settle(apart()));
    EXPECT_EQ(ids_settled(), (std::vector<std::string>{"01", "02", "03"}));
    EXPECT_TRUE(blocks().query(statements::oldest_blocks, {8}).value().empty());
}

TEST_P(LookupBlocksApartTest, SettlesOnceWhatACrashLeftInBoth) {
    keep_apart({lookup("01", "OA")});
    keep({lookup("01", "OA")});
    ASSERT_TRUE(settle(Sessions::together(session())));
    keep_apart({lookup("02", "OA")});
    ASSERT_TRUE(settle(apart()));
    EXPECT_EQ(ids_settled(), (std::vector<std::string>{"01", "02"}));
}

// A store that was moved from two files may hold one look-up in its table and in a block.
TEST_P(LookupBlocksApartTest, SettlesOnceWhatACopyBroughtTwice) {
    for (int turn = 0; turn < 2; ++turn) {
        keep({lookup("01", "OA"), lookup("02", "OB")});
        ASSERT_TRUE(settle(Sessions::together(session())));
    }
    EXPECT_EQ(ids_settled(), (std::vector<std::string>{"01", "02"}));
}

TEST_P(LookupBlocksApartTest, KeepsTheBlockUntilItIsInTheTable) {
    keep_apart({lookup("01", "OA")});
    constexpr sql::Statement away{.name = "test.away",
                                  .text = "ALTER TABLE lookup RENAME TO elsewhere"};
    ASSERT_TRUE(session().execute(away));
    EXPECT_FALSE(settle(apart()));
    EXPECT_EQ(blocks().query(statements::oldest_blocks, {8}).value().size(), 1U);
}

TEST_P(LookupBlocksApartTest, TheSettlerDoesItWhenNobodyAsks) {
    keep_apart({lookup("01", "OA")});
    LookupSettler settler(
        [this]() -> Result<std::unique_ptr<sql::Session>> { return another_session(); },
        [this]() -> Result<std::unique_ptr<sql::Session>> { return open_blocks(); }, {});
    settler.recorded(1);
    for (int wait = 0; wait < settling_waits && ids_settled().empty(); ++wait) {
        std::this_thread::sleep_for(std::chrono::milliseconds{10});
    }
    EXPECT_EQ(ids_settled(), (std::vector<std::string>{"01"}));
}

// While look-ups come without a pause, their writer removes the blocks that the settler has
// settled.
TEST_P(LookupBlocksApartTest, WriterAndSettlerShareTheBlocksOfARush) {
    constexpr int lookups_max = 3'000;
    const auto open = [this]() -> Result<std::unique_ptr<sql::Session>> { return open_blocks(); };
    LookupSettler settler(
        [this]() -> Result<std::unique_ptr<sql::Session>> { return another_session(); }, open,
        {.usual = 0, .most = 20});
    std::atomic<int> recorded = 0;
    {
        LookupWriter writer(open, lookups_max, &settler);
        for (int each = 0; each < lookups_max; ++each) {
            Entry& entry = *writer.acquire();
            entry.lookup = lookup(std::to_string(10'000 + each), "O" + std::to_string(each % 7));
            entry.context = &recorded;
            entry.done = [](Entry& done, const Result<void>& outcome) {
                *static_cast<std::atomic<int>*>(done.context) += outcome ? 1 : 0;
            };
            writer.submit(entry);
            if (each % 20 == 0) std::this_thread::sleep_for(std::chrono::microseconds{500});
        }
    }
    EXPECT_EQ(recorded, lookups_max);
    for (int wait = 0; wait < settling_waits && settler.unsettled() > 0; ++wait) {
        std::this_thread::sleep_for(std::chrono::milliseconds{10});
    }
    EXPECT_EQ(ids_settled().size(), lookups_max);
    EXPECT_TRUE(blocks().query(statements::oldest_blocks, {8}).value().empty());
}

TEST_P(LookupBlocksApartTest, TheSettlerGoesOnWhenTheStoreIsBack) {
    keep_apart({lookup("01", "OA")});
    std::atomic<bool> away = true;
    LookupSettler settler(
        [&]() -> Result<std::unique_ptr<sql::Session>> {
            if (away) return fail(ErrorCode::Unavailable, "sql.unavailable");
            return another_session();
        },
        [this]() -> Result<std::unique_ptr<sql::Session>> { return open_blocks(); }, {});
    std::this_thread::sleep_for(std::chrono::milliseconds{100});
    away = false;
    settler.recorded(1);
    for (int wait = 0; wait < settling_waits && settler.unsettled() > 0; ++wait) {
        std::this_thread::sleep_for(std::chrono::milliseconds{10});
    }
    EXPECT_EQ(ids_settled(), (std::vector<std::string>{"01"}));
}

TEST_P(LookupBlockTest, LeavesABrokenBlockWhereItIs) {
    std::string entries;
    append_entry(entries, lookup("01", "OA"));
    entries.pop_back();
    ASSERT_TRUE(session().execute(statements::insert_block, {"01", bytes_of(entries)}));
    EXPECT_EQ(settle(Sessions::together(session())).error().grounds.front().word, "sql.broken");
    EXPECT_TRUE(session().query(settled).value().empty());
    EXPECT_EQ(session().query(statements::oldest_blocks, {8}).value().size(), 1U);
}

}  // namespace
}  // namespace credit::lookups
