// A store that the register was moved out of: nothing is acknowledged there any more, also to
// whoever was at work while it was copied.

#include "ledger/moves/store_move.h"

#include <gtest/gtest.h>

#include <chrono>
#include <cstdint>
#include <future>
#include <memory>
#include <string>

#include "desk/open_register.h"
#include "foundation/clock.h"
#include "foundation/result.h"
#include "ledger/act.h"
#include "ledger/act_store.h"
#include "lookups/blocks/lookup_writer.h"
#include "lookups/lookup_batch.h"
#include "server/house.h"
#include "server/readiness.h"
#include "sql/citus/whole_view.h"
#include "sql/pool.h"
#include "sql/session.h"
#include "sql/statement.h"
#include "tests/store/log_fixture.h"
#include "tests/store/store_fixture.h"

namespace credit {
namespace {

using namespace std::chrono_literals;

constexpr sql::Statement count_acts{.name = "test.count_acts", .text = "SELECT COUNT(*) FROM act"};
constexpr sql::Statement count_waiting{.name = "test.count_waiting",
                                       .text = "SELECT COUNT(*) FROM unsequenced"};

std::string word_of(const Result<void>& outcome) {
    return outcome ? "" : outcome.error().grounds.front().word;
}

class StoreMoveTest : public log::LogTest {
protected:
    // In a session of its own, from the taking of its key to its commit.
    Result<void> perform(const std::string& home_key) const {
        const auto own = another_session();
        auto transaction = TRY(sql::Transaction::begin(*own));
        TRY(ledger::lock_home(*own, home_key));
        const ledger::Act act{.id = ledger::new_act_id(log::now),
                              .kind = "test.act",
                              .home_key = home_key,
                              .recorded_at = log::now,
                              .body = "{}"};
        TRY(ledger::append(*own, keys_, act));
        return transaction.commit();
    }
    Result<void> look_up(const std::string& id) const {
        lookups::LookupWriter writer([this] { return sql::open_session(store()); });
        std::promise<Result<void>> answer;
        lookups::Entry* const entry = writer.acquire();
        entry->lookup.id = id;
        entry->lookup.subject_key = "O91370000000000000A";
        entry->owner = &answer;
        entry->done = [](lookups::Entry& done, const Result<void>& outcome) {
            static_cast<std::promise<Result<void>>*>(done.owner)->set_value(outcome);
        };
        writer.submit(*entry);
        return answer.get_future().get();
    }
    Result<void> screen(const std::string& id) const {
        const auto own = another_session();
        return lookups::record_batch(*own, {.id = id,
                                            .looked_at = log::now,
                                            .account = "counter",
                                            .authority = "SD-SAMR",
                                            .reason = {},
                                            .keys = {1, 2, 3},
                                            .hits = 0});
    }
    void move_out() {
        auto closing = sql::Transaction::begin(session());
        ASSERT_TRUE(closing);
        ASSERT_TRUE(sql::hold_writers(session()));
        ASSERT_TRUE(ledger::expect_not_moved(session()));
        ASSERT_TRUE(ledger::mark_moved(session(), log::now));
        ASSERT_TRUE(closing->commit());
    }
    std::int64_t count(const sql::Statement& statement) {
        return session().query(statement).value().front().integer(0);
    }
};
INSTANTIATE_TEST_SUITE_P(, StoreMoveTest, store::both_engines(), store::engine_name);

TEST_P(StoreMoveTest, RefusesActsLookUpsAndNumbers) {
    fill(3);
    append();
    ASSERT_TRUE(perform("R"));
    ASSERT_TRUE(look_up("L1"));
    ASSERT_TRUE(screen("B1"));
    const auto acts = count(count_acts);
    const auto waiting = count(count_waiting);
    move_out();
    EXPECT_EQ(word_of(ledger::expect_not_moved(session())), "ledger.store_moved");
    EXPECT_EQ(word_of(perform("R")), "ledger.store_moved");
    EXPECT_EQ(word_of(perform("O91370000000000000B")), "ledger.store_moved");
    EXPECT_EQ(word_of(look_up("L2")), "ledger.store_moved");
    EXPECT_EQ(word_of(screen("B2")), "ledger.store_moved");
    EXPECT_EQ(word_of(sequence()), "ledger.store_moved");
    EXPECT_EQ(count(count_acts), acts);
    EXPECT_EQ(count(count_waiting), waiting) << "an act was numbered in two stores";
}

TEST_P(StoreMoveTest, IsMovedOnce) {
    move_out();
    const auto again = ledger::mark_moved(session(), log::now);
    EXPECT_EQ(again.error().code, ErrorCode::Conflict);
}

// Whoever began before the copy was made is told after it that it is not in it.
TEST_P(StoreMoveTest, RefusesWhoWaitedForTheCopy) {
    if (GetParam() == sql::Engine::Sqlite) GTEST_SKIP() << "nobody else serves an embedded store";
    ASSERT_TRUE(perform("R"));
    const auto gate = another_session();
    auto closing = sql::Transaction::begin(*gate);
    ASSERT_TRUE(closing);
    ASSERT_TRUE(sql::hold_writers(*gate));
    auto act = std::async(std::launch::async, [this] { return perform("R"); });
    auto first = std::async(std::launch::async, [this] { return perform("O91370000000000000C"); });
    auto lookup = std::async(std::launch::async, [this] { return look_up("L3"); });
    auto batch = std::async(std::launch::async, [this] { return screen("B3"); });
    EXPECT_EQ(act.wait_for(500ms), std::future_status::timeout) << "an act did not wait";
    EXPECT_EQ(lookup.wait_for(0ms), std::future_status::timeout) << "a look-up did not wait";
    EXPECT_EQ(batch.wait_for(0ms), std::future_status::timeout) << "a screening did not wait";
    ASSERT_TRUE(ledger::mark_moved(*gate, log::now));
    ASSERT_TRUE(closing->commit());
    EXPECT_EQ(word_of(batch.get()), "ledger.store_moved");
    EXPECT_EQ(word_of(act.get()), "ledger.store_moved");
    EXPECT_EQ(word_of(first.get()), "ledger.store_moved");
    EXPECT_EQ(word_of(lookup.get()), "ledger.store_moved");
}

// A copy that fails lets them go on.
TEST_P(StoreMoveTest, LetsWhoWaitedGoOnWhenItIsNotMoved) {
    if (GetParam() == sql::Engine::Sqlite) GTEST_SKIP() << "nobody else serves an embedded store";
    const auto gate = another_session();
    std::future<Result<void>> act;
    {
        const auto closing = sql::Transaction::begin(*gate);
        ASSERT_TRUE(closing);
        ASSERT_TRUE(sql::hold_writers(*gate));
        ASSERT_TRUE(ledger::mark_moved(*gate, log::now));
        act = std::async(std::launch::async, [this] { return perform("R"); });
        EXPECT_EQ(act.wait_for(300ms), std::future_status::timeout);
    }
    EXPECT_TRUE(act.get());
}

class MovedHouseTest : public store::EmptyStoreTest {};
INSTANTIATE_TEST_SUITE_P(, MovedHouseTest, store::both_engines(), store::engine_name);

TEST_P(MovedHouseTest, IsNotOpenedAgain) {
    const server::HouseSettings settings{.store = store(), .home = folder() / "home"};
    ASSERT_TRUE(server::House::create(settings, desk::Purpose::Demonstration));
    ASSERT_TRUE(ledger::mark_moved(*another_session(), log::now));
    const auto house = server::House::open(settings);
    ASSERT_FALSE(house);
    EXPECT_EQ(house.error().grounds.front().word, "ledger.store_moved");
    const auto again = server::House::create(settings, desk::Purpose::Real);
    EXPECT_EQ(again.error().grounds.front().word, "desk.already_opened");
    sql::Pool pool(store(), 2);
    EXPECT_EQ(server::store_check(pool).judge().front().word, "ledger.store_moved");
}

}  // namespace
}  // namespace credit
