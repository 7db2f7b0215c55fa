#include "lookups/lookup_block.h"

#include <gtest/gtest.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <thread>
#include <vector>

#include "foundation/bytes.h"
#include "foundation/clock.h"
#include "foundation/crypto.h"
#include "lookups/lookup.h"
#include "lookups/lookup_block.sql.h"
#include "lookups/lookup_writer.h"
#include "sql/pool.h"
#include "sql/session.h"
#include "sql/statement.h"
#include "tests/store/store_fixture.h"

namespace credit::lookups {
namespace {

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
    ASSERT_TRUE(settle(session()));
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
    EXPECT_EQ(settle_some(session(), 8).value().lookups, 1U);
    EXPECT_EQ(settle_some(session(), 8).value().lookups, 0U);
    EXPECT_EQ(session().query(settled).value().size(), 1U);
}

TEST_P(LookupBlockTest, SaysWhetherMoreWaits) {
    keep({lookup("01", "OA"), lookup("02", "OA")});
    keep({lookup("03", "OA")});
    EXPECT_FALSE(settle_some(session(), 1).value().all);
    EXPECT_TRUE(settle_some(session(), 1).value().all);
}

TEST_P(LookupBlockTest, ShowsWhatIsNotSettledAndLeavesIt) {
    keep({lookup("01", "OB"), lookup("02", "OA")});
    for (int turn = 0; turn < 2; ++turn) {
        std::vector<std::string> seen;
        ASSERT_TRUE(
            visit_unsettled(session(), [&](const Lookup& each) { seen.push_back(each.id); }));
        EXPECT_EQ(seen, (std::vector<std::string>{"01", "02"}));
    }
    ASSERT_TRUE(settle(session()));
    ASSERT_TRUE(visit_unsettled(session(), [](const Lookup&) { FAIL(); }));
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
            EXPECT_TRUE(settle(*other));
            seen_by_other = other->query(settled).value().size();
        });
        EXPECT_TRUE(settle(session()));
        EXPECT_EQ(session().query(settled).value().size(), lookups_max);
    }
    EXPECT_EQ(seen_by_other, lookups_max);
}

TEST_P(LookupBlockTest, PoolsGiveASessionThatMissesNothing) {
    sql::Pool pool(store(), 2, sql::Pool::Writers::Elsewhere);
    for (const std::string id : {"01", "02", "03"}) {
        keep({lookup(id, "OA")});
        const auto lease = lease_settled(pool).value();
        const auto rows = lease->query(settled).value();
        ASSERT_FALSE(rows.empty());
        EXPECT_EQ(rows.back().text(0), id);
    }
}

TEST_P(LookupBlockTest, LeavesABrokenBlockWhereItIs) {
    std::string entries;
    append_entry(entries, lookup("01", "OA"));
    entries.pop_back();
    ASSERT_TRUE(session().execute(statements::insert_block, {"01", bytes_of(entries)}));
    EXPECT_EQ(settle(session()).error().grounds.front().word, "sql.broken");
    EXPECT_TRUE(session().query(settled).value().empty());
    EXPECT_EQ(session().query(statements::oldest_blocks, {8}).value().size(), 1U);
}

}  // namespace
}  // namespace credit::lookups
