#include "lookups/lookup_block.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <string>
#include <vector>

#include "foundation/bytes.h"
#include "foundation/clock.h"
#include "foundation/crypto.h"
#include "lookups/lookup.h"
#include "lookups/lookup_block.sql.h"
#include "lookups/lookup_writer.h"
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
    EXPECT_EQ(settle_some(session(), 8).value(), 1U);
    EXPECT_EQ(settle_some(session(), 8).value(), 0U);
    EXPECT_EQ(session().query(settled).value().size(), 1U);
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
