// The keeper of look-ups on both engines: whoever seals accuses nobody of what was on its way.

#include "desk/lookups/lookup_keeper.h"

#include <gtest/gtest.h>

#include <array>
#include <chrono>
#include <cstdint>
#include <future>
#include <memory>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "access/occasion.h"
#include "desk/desk.h"
#include "desk/lookups/seal_lookups.h"
#include "desk/open_register.h"
#include "foundation/bytes.h"
#include "foundation/clock.h"
#include "foundation/crypto.h"
#include "foundation/result.h"
#include "ledger/act.h"
#include "ledger/act_id.h"
#include "ledger/act_store.h"
#include "lookups/blocks/lookup_block.h"
#include "lookups/blocks/lookup_places.h"
#include "lookups/seals/seal.h"
#include "lookups/seals/verify_seals.h"
#include "server/house.h"
#include "sql/pool.h"
#include "sql/session.h"
#include "sql/statement.h"
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
        return lookups::verify_seals(*another_session(), lookups::Sessions::together(*looked_),
                                     house_->desk().keys())
            .value();
    }

    static std::int64_t count(sql::Session& session, std::string_view text) {
        const sql::Statement statement{.name = "test.count", .text = text};
        return session.find(statement).value()->integer(0);
    }
    std::int64_t blocks() { return count(*looked_, "SELECT count(*) FROM lookup_seal_block"); }
    std::int64_t seals() { return count(*another_session(), "SELECT count(*) FROM lookup_seal"); }

    // As another node does it.
    void seal_elsewhere(sql::Session& session, const std::string& through_id) {
        const auto plan = lookups::prepare_seal(session, *looked_, through_id).value();
        const access::Occasion occasion{.session = session,
                                        .law = house_->desk().law(),
                                        .catalogue = house_->desk().catalogue(),
                                        .principal = register_itself(),
                                        .received_at = morning,
                                        .day = day_of(morning),
                                        .act_id = ledger::new_act_id(morning)};
        const auto draft = lookups::seal(occasion, plan).value();
        const ledger::Act act{.id = occasion.act_id,
                              .kind = draft.kind,
                              .home_key = draft.home_key,
                              .performed_by = "register",
                              .channel = "clerk",
                              .occurred_on = draft.occurred_on,
                              .recorded_at = morning,
                              .body = draft.body};
        ASSERT_TRUE(ledger::append(session, house_->desk().keys(), act).has_value());
        ASSERT_TRUE(lookups::apply_seal(session, act).has_value());
    }

    // Seals here, through the one id, while another node, through the other, comes between the plan
    // and its act; what was sealed here.
    Result<std::int64_t> seal_overtaken(const std::string& here, const std::string& elsewhere,
                                        std::int64_t blocks_planned) {
        std::future<Result<std::int64_t>> slower;
        {
            const auto held = house_->desk().pool().lease(sql::Access::Write).value();
            auto transaction = sql::Transaction::begin(*held).value();
            EXPECT_TRUE(ledger::lock_home(*held, "R").has_value());
            slower = std::async(std::launch::async,
                                [this, &here] { return seal_lookups(parts(), morning, here); });
            for (int turn = 0; turn < 500 && blocks() < blocks_planned; ++turn)
                std::this_thread::sleep_for(std::chrono::milliseconds{10});
            EXPECT_EQ(blocks(), blocks_planned);
            seal_elsewhere(*held, elsewhere);
            EXPECT_TRUE(transaction.commit().has_value());
        }
        return slower.get();
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

TEST_P(LookupKeeperTest, WhoIsOvertakenSealsWhatIsLeft) {
    for (const auto* subject : {"P1", "P2", "P3"}) look(subject, id_before(600 * second));
    look("P1", id_before(300 * second));
    const auto sealed = seal_overtaken(id_before(200 * second), id_before(400 * second), 3);
    ASSERT_TRUE(sealed.has_value()) << sealed.error().grounds.front().word;
    EXPECT_EQ(*sealed, 1);
    EXPECT_TRUE(verify().ok());
    EXPECT_EQ(verify().lookups, 4);

    // Blocks that it planned beyond the other's seal go with the next seal of their buckets.
    EXPECT_GT(blocks(), seals());
    for (const auto* subject : {"P1", "P2", "P3"}) look(subject, id_before(100 * second));
    EXPECT_EQ(seal_lookups(parts(), morning, id_before(second)).value_or(-1), 3);
    EXPECT_EQ(blocks(), seals());
    EXPECT_TRUE(verify().ok());
}

TEST_P(LookupKeeperTest, WhoIsOvertakenByMoreHasNothingLeft) {
    for (const auto* subject : {"P1", "P2", "P3"}) look(subject, id_before(600 * second));
    const auto sealed = seal_overtaken(id_before(400 * second), id_before(200 * second), 3);
    ASSERT_TRUE(sealed.has_value()) << sealed.error().grounds.front().word;
    EXPECT_EQ(*sealed, 0);
    EXPECT_EQ(blocks(), seals());
    EXPECT_TRUE(verify().ok());
    EXPECT_EQ(verify().lookups, 3);
}

// A node with a clock that is behind, or that names at last what was asked long before.
TEST_P(LookupKeeperTest, WhoHearsOfASealComesAfterIt) {
    const auto through = ledger::new_act_id(morning).substr(0, 10) + std::string(16, 'Z');
    const auto body = R"({"seals":[{"bucket":1,"after":"","through":")" + through +
                      R"(","sealed":1,"root":""}]})";
    ledger::Act act;
    act.kind = "something.else";
    act.body = body;
    ASSERT_TRUE(begin_after_seal(act, parts().writer).has_value());
    EXPECT_LT(ledger::new_act_id(morning), through);
    act.kind = lookups::seal_kind;
    ASSERT_TRUE(begin_after_seal(act, parts().writer).has_value());
    EXPECT_GT(ledger::new_act_id(morning), through);
}

}  // namespace
}  // namespace credit::desk
