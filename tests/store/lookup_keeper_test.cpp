// The keeper of look-ups on both engines: whoever seals accuses nobody of what was on its way.

#include "desk/lookups/lookup_keeper.h"

#include <gtest/gtest.h>

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "desk/open_register.h"
#include "foundation/bytes.h"
#include "foundation/clock.h"
#include "foundation/crypto.h"
#include "ledger/act_id.h"
#include "lookups/blocks/lookup_block.h"
#include "lookups/blocks/lookup_places.h"
#include "lookups/seals/verify_seals.h"
#include "server/house.h"
#include "sql/session.h"
#include "sql/value.h"
#include "tests/store/store_fixture.h"

namespace credit::desk {
namespace {

constexpr std::int64_t second = 1000;
// 2027-04-01 in the morning: after every id that another test of the process makes.
constexpr Instant morning{1'806'541'200'000};
constexpr std::array<std::string_view, 13> columns{
    "subject_key", "lookup_id", "bucket", "looked_at",   "account", "authority", "officer",
    "matter",      "purpose",   "ground", "case_number", "shown",   "digest"};

std::string id_before(std::int64_t milliseconds) {
    return ledger::first_id_at({morning.milliseconds - milliseconds});
}

class LookupKeeperTest : public store::EmptyStoreTest {
protected:
    void SetUp() override {
        EmptyStoreTest::SetUp();
        if (IsSkipped()) return;
        const server::HouseSettings settings{
            .store = store(), .home = folder() / "home", .clock = &clock_, .by_hand = true};
        ASSERT_TRUE(server::House::create(settings, Purpose::Demonstration));
        house_ = server::House::open(settings).value();
        looked_ = sql::open_session(house_->places().lookups).value();
    }
    void TearDown() override {
        looked_.reset();
        house_.reset();
        EmptyStoreTest::TearDown();
    }

    LookupParts parts() { return house_->lookup_parts(); }
    void start_and_stop() { const LookupKeeper keeper(parts(), clock_); }

    // A look-up becomes durable, at whichever node.
    void look(const std::string& subject, const std::string& id) {
        const auto digest = crypto::sha256(bytes_of("answer"));
        const std::vector<std::vector<sql::Value>> rows{
            {subject, id, lookups::bucket_of(subject), morning.milliseconds, "clerk-1", "JN-SAMR",
             "O-1", "m", "approval", "g", "C-1", "nothing", digest}};
        auto transaction = sql::Transaction::begin(*looked_);
        ASSERT_TRUE(looked_->append_rows("lookup", columns, rows).has_value());
        ASSERT_TRUE(transaction->commit().has_value());
    }

    lookups::SealVerification verify() {
        const auto store_session = sql::open_session(store()).value();
        return lookups::verify_seals(*store_session, lookups::Sessions::together(*looked_),
                                     house_->desk().keys())
            .value();
    }

    SimulatedClock clock_{morning};
    std::unique_ptr<server::House> house_;
    std::unique_ptr<sql::Session> looked_;
};

INSTANTIATE_TEST_SUITE_P(, LookupKeeperTest, store::both_engines(), store::engine_name);

TEST_P(LookupKeeperTest, WhoStopsSealsAllThatWasLookedUpWhereNobodyElseLooksUp) {
    if (GetParam() == sql::Engine::Postgres) GTEST_SKIP() << "other nodes may look up there";
    look("P1", id_before(600 * second));
    look("P2", id_before(second));
    start_and_stop();
    const auto found = verify();
    EXPECT_TRUE(found.ok());
    EXPECT_EQ(found.lookups, 2);
    EXPECT_EQ(found.unsealed, 0);
}

// Up to a minute on its way, at a node whose clock is up to a minute behind.
TEST_P(LookupKeeperTest, WhoStopsAccusesNoOtherNodeOfWhatIsOnItsWayThere) {
    if (GetParam() == sql::Engine::Sqlite) GTEST_SKIP() << "nobody else has this store";
    look("P1", id_before(600 * second));
    look("P1", id_before(121 * second));
    start_and_stop();
    look("P1", id_before(119 * second));
    look("P1", id_before(second));
    const auto found = verify();
    EXPECT_TRUE(found.ok());
    EXPECT_EQ(found.lookups, 2);
    EXPECT_EQ(found.unsealed, 2);
}

}  // namespace
}  // namespace credit::desk
