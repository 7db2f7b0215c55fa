// What a node learns of the others, whatever the sequencer does between its reads.

#include "desk/follower.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <string>
#include <vector>

#include "catalogue/catalogue.h"
#include "desk/desk.h"
#include "foundation/result.h"
#include "law/library.h"
#include "ledger/act.h"
#include "ledger/act_store.h"
#include "sql/pool.h"
#include "sql/session.h"
#include "subjects/identifiers.h"
#include "tests/store/interposed_session.h"
#include "tests/store/log_fixture.h"

namespace credit::log {
namespace {

class FollowerTest : public LogTest {
protected:
    // From the place on, through that session; the acts shown, in their order.
    std::vector<std::string> look(sql::Session& through) {
        std::vector<std::string> shown;
        const auto next = ledger::visit_acts_from(through, keys_, place_,
                                                  [&](const ledger::Act& act) -> Result<void> {
                                                      shown.push_back(act.id);
                                                      return {};
                                                  });
        EXPECT_TRUE(next.has_value());
        place_ = next.value_or(place_);
        return shown;
    }

    std::int64_t place_ = 0;
};
INSTANTIATE_TEST_SUITE_P(, FollowerTest, store::both_engines(), store::engine_name);

// A look confirms the moment at which it began: what was committed before it must be in it.
TEST_P(FollowerTest, SeesOnceWhatIsNumberedBetweenAnyTwoOfItsReads) {
    bool done = false;
    for (int call = 1; !done; ++call) {
        std::vector<std::string> committed{append()};
        ASSERT_TRUE(sequence().has_value());
        committed.push_back(append());
        committed.push_back(append());
        std::string later;
        store::InterposedSession session_between(session(), call, [&] {
            later = append();
            EXPECT_TRUE(sequence().has_value());
        });
        const auto shown = look(session_between);
        for (const auto& id : committed)
            EXPECT_EQ(std::ranges::count(shown, id), 1) << "numbered before call " << call;
        // What came after the beginning comes at the latest with the next look.
        auto seen = shown;
        std::ranges::copy(look(session()), std::back_inserter(seen));
        EXPECT_TRUE(later.empty() || std::ranges::count(seen, later) > 0);
        done = session_between.calls() < call;
        ASSERT_TRUE(sequence().has_value());
        look(session());
    }
    EXPECT_EQ(ledger::log_size(session()).value(), place_);
    EXPECT_EQ(place_, 3 * 4 + 3) << "each of the three reads was come before";
}

TEST_P(FollowerTest, KnowsTheLogAsFarAsEverybodyWasTold) {
    sql::Pool pool(store(), 2, sql::Pool::Writers::Elsewhere);
    const auto law = law::Library::load().value();
    const auto catalogue = catalogue::Catalogue::load(law).value();
    const subjects::Identifiers identifiers(keys_.hmac, keys_.wrapping, {});
    desk::Desk desk(pool, keys_, law, catalogue, identifiers);
    std::vector<std::string> told;
    desk.observe([&](const ledger::Act& act) { told.push_back(act.id); });
    desk::Follower follower(desk, 0, [](auto) {});
    const auto look = [&] { return follower.look().value_or(-1); };

    const auto first = append();
    EXPECT_EQ(look(), 1);
    EXPECT_EQ(follower.known_place(), 0) << "it waits for its number";
    ASSERT_TRUE(sequence().has_value());
    EXPECT_EQ(look(), 0);
    EXPECT_EQ(follower.known_place(), 1);

    ledger::Act own;
    own.id = append();
    follower.own(own);
    EXPECT_EQ(look(), 0);
    ASSERT_TRUE(sequence().has_value());
    EXPECT_EQ(look(), 0);
    EXPECT_EQ(follower.known_place(), 2);

    // Of an own act the others are being told still: a look tells them before it counts as known.
    own.id = append();
    ASSERT_TRUE(sequence().has_value());
    EXPECT_EQ(look(), 1);
    EXPECT_EQ(follower.known_place(), 3);
    follower.own(own);
    EXPECT_EQ(look(), 0);
    EXPECT_EQ(told, (std::vector{first, own.id}));
}

}  // namespace
}  // namespace credit::log
