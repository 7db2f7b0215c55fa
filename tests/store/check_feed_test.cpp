// What the check index could not read after an act, on both engines: held until it is read again.

#include <gtest/gtest.h>

#include <chrono>
#include <string>

#include "checks/effect.h"
#include "checks/feed.h"
#include "checks/index.h"
#include "ledger/act.h"
#include "measures/order_register.h"
#include "measures/restraint_order.h"
#include "sql/pool.h"
#include "stays/stay.h"
#include "stays/stay_register.h"
#include "tests/store/store_fixture.h"

namespace credit::checks {
namespace {

using namespace std::chrono_literals;

const std::string company = "O91370200264574251E";
const std::string other = "O91370100MA3C8Y7Q2X";

measures::RestraintOrder order_on(const std::string& subject, const std::string& id) {
    measures::RestraintOrder order;
    order.subject_key = subject;
    order.order_id = id;
    order.measure = "M1";
    order.authority = "SD-SAMR";
    order.document_number = "示例令1号";
    order.decided_on = order.served_on = order.from_on = 2026y / 1 / 1;
    return order;
}

class CheckFeedTest : public store::StoreTest {
protected:
    bool is_held(const std::string& subject) const {
        const Index::Pin pin(index_);
        const Entry* const entry = pin.find(subject);
        return entry != nullptr && entry->effects.front().on_hold;
    }
    bool is_live(const std::string& subject) const {
        const Index::Pin pin(index_);
        const Entry* const entry = pin.find(subject);
        return entry != nullptr && !entry->effects.front().on_hold;
    }

    Index index_;
};

INSTANTIATE_TEST_SUITE_P(, CheckFeedTest, store::both_engines(), store::engine_name);

TEST_P(CheckFeedTest, WhatCouldNotBeReadIsHeldUntilItCan) {
    sql::Pool pool(store(), 2);
    sql::Pool away("/nowhere/at/all/store.db", 2);
    ASSERT_TRUE(measures::OrderRegister(session()).save(order_on(company, "01-1")));
    ledger::Act act;
    act.home_key = company;
    follow(pool, index_, act);
    EXPECT_TRUE(is_live(company));

    follow(away, index_, act);
    EXPECT_TRUE(is_held(company));
    EXPECT_EQ(catch_up(away, index_, 10), 1U);
    EXPECT_TRUE(is_held(company));
    EXPECT_EQ(catch_up(pool, index_, 10), 0U);
    EXPECT_TRUE(is_live(company));
}

TEST_P(CheckFeedTest, ReadsNoMoreAtOnceThanAsked) {
    sql::Pool pool(store(), 2);
    sql::Pool away("/nowhere/at/all/store.db", 2);
    ASSERT_TRUE(measures::OrderRegister(session()).save(order_on(company, "01-1")));
    ASSERT_TRUE(measures::OrderRegister(session()).save(order_on(other, "02-1")));
    ledger::Act act;
    for (const auto& subject : {company, other}) {
        act.home_key = subject;
        follow(away, index_, act);
    }
    EXPECT_FALSE(is_live(company) || is_live(other));
    EXPECT_EQ(catch_up(pool, index_, 1), 1U);
    EXPECT_NE(is_live(company), is_live(other));
    EXPECT_EQ(catch_up(pool, index_, 1), 0U);
    EXPECT_TRUE(is_live(company) && is_live(other));
}

TEST_P(CheckFeedTest, TheNextActOnTheSubjectReadsItToo) {
    sql::Pool pool(store(), 2);
    sql::Pool away("/nowhere/at/all/store.db", 2);
    ASSERT_TRUE(measures::OrderRegister(session()).save(order_on(company, "01-1")));
    ledger::Act act;
    act.home_key = company;
    follow(away, index_, act);
    follow(pool, index_, act);
    EXPECT_TRUE(is_live(company));
    EXPECT_EQ(catch_up(away, index_, 10), 0U);
}

// An answer on its way is asked anew when the version changes: then two look-ups stand on record.
TEST_P(CheckFeedTest, AnActThatIsLearnedTwiceChangesNoVersion) {
    sql::Pool pool(store(), 2);
    auto order = order_on(company, "01-1");
    ASSERT_TRUE(measures::OrderRegister(session()).save(order));
    ledger::Act act;
    act.home_key = company;
    follow(pool, index_, act);
    const auto version = index_.version_of(company);
    follow(pool, index_, act);
    EXPECT_EQ(index_.version_of(company), version);
    order.held_by = "02-1";
    ASSERT_TRUE(measures::OrderRegister(session()).save(order));
    follow(pool, index_, act);
    EXPECT_NE(index_.version_of(company), version);
    EXPECT_TRUE(is_held(company));
}

// What is stopped at an authority: unread, nothing is certain there; read, it stands; ended, gone.
TEST_P(CheckFeedTest, AnAuthorityIsHeldWhileAMeasureIsStoppedThere) {
    sql::Pool pool(store(), 2);
    sql::Pool away("/nowhere/at/all/store.db", 2);
    stays::Stay stay;
    stay.home_key = stays::home_of_implementer("SD-SAMR");
    stay.stay_id = "01-1";
    stay.scope = stays::Scope::Measure;
    stay.measure = "S01-B3";
    stay.implementer = "SD-SAMR";
    stay.from_on = stay.through_on = 2026y / 1 / 1;
    ASSERT_TRUE(stays::StayRegister(session()).save(stay));
    ledger::Act act;
    act.home_key = stay.home_key;
    act.kind = "stays.order_stay";
    follow(away, index_, act);
    ASSERT_NE(Index::Pin(index_).find("SD-SAMR"), nullptr);
    EXPECT_TRUE(Index::Pin(index_).find("SD-SAMR")->unread);
    EXPECT_EQ(catch_up(pool, index_, 10), 0U);
    EXPECT_EQ(Index::Pin(index_).find("SD-SAMR")->stays.size(), 1U);
    EXPECT_FALSE(Index::Pin(index_).find("SD-SAMR")->unread);
    Index anew;
    ASSERT_TRUE(fill_index(session(), anew));
    EXPECT_NE(anew.version_of("SD-SAMR"), 0U);
    stay.ended_on = 2026y / 1 / 2;
    ASSERT_TRUE(stays::StayRegister(session()).save(stay));
    follow(pool, index_, act);
    EXPECT_EQ(Index::Pin(index_).find("SD-SAMR"), nullptr);
}

}  // namespace
}  // namespace credit::checks
