// The clerks of two nodes find the same due: it is performed once.

#include "desk/clerk/clerk.h"

#include <gtest/gtest.h>

#include <chrono>
#include <cstdint>
#include <future>
#include <string>
#include <thread>

#include "desk/desk.h"
#include "foundation/clock.h"
#include "foundation/result.h"
#include "ledger/act.h"
#include "ledger/act_store.h"
#include "ledger/clocks.h"
#include "server/house.h"
#include "sql/pool.h"
#include "sql/session.h"
#include "tests/store/house_fixture.h"
#include "tests/store/store_fixture.h"
#include "tips/tip.h"
#include "tips/tip_register.h"

namespace credit::desk {
namespace {

class ClerkTest : public store::HouseTest {
protected:
    // A tip whose answer was due, which stays open when that is said.
    void leave_unanswered() {
        const auto today = day_of(now_);
        const tips::Tip tip{.home_key = home_,
                            .tip_id = "T1",
                            .receipt = "R1",
                            .authority = "JN-SAMR",
                            .filed_on = today - std::chrono::days{30},
                            .due_on = today - std::chrono::days{3}};
        const auto lease = house_->desk().pool().lease(sql::Access::Write);
        ASSERT_TRUE(tips::TipRegister(**lease).save(tip).has_value());
        ASSERT_TRUE(ledger::set_clock(**lease, {.subject_key = home_,
                                                .clock_id = "A1-1",
                                                .kind = "tips.answer",
                                                .about_id = "T1",
                                                .due_on = *tip.due_on,
                                                .article = "x art. 1",
                                                .act_id = "A1"})
                        .has_value());
    }

    std::int64_t times_named() {
        std::int64_t times = 0;
        const auto count = [&](const ledger::Act& act) -> Result<void> {
            times += act.kind == "tips.name_overdue" ? 1 : 0;
            return {};
        };
        EXPECT_TRUE(ledger::visit_acts_of(*another_session(), house_->desk().keys(), home_, count));
        return times;
    }

    const Instant now_ = SystemClock().now();
    const SystemClock clock_;
    const std::string home_ = tips::home_of_authority("JN-SAMR");
};

INSTANTIATE_TEST_SUITE_P(, ClerkTest, store::both_engines(), store::engine_name);

TEST_P(ClerkTest, TwoThatFindItDuePerformItOnce) {
    leave_unanswered();
    Clerk here(house_->desk(), clock_);
    Clerk there(house_->desk(), clock_);
    std::future<Result<std::int64_t>> first;
    std::future<Result<std::int64_t>> second;
    {
        const auto held = house_->desk().pool().lease(sql::Access::Write).value();
        const auto transaction = sql::Transaction::begin(*held).value();
        ASSERT_TRUE(ledger::lock_home(*held, home_).has_value());
        first = std::async(std::launch::async, [&] { return here.sweep(now_); });
        second = std::async(std::launch::async, [&] { return there.sweep(now_); });
        // Both have read what is due, and wait.
        std::this_thread::sleep_for(std::chrono::milliseconds{500});
    }
    const auto performed = first.get();
    ASSERT_TRUE(performed.has_value()) << performed.error().grounds.front().word;
    const auto also = second.get();
    ASSERT_TRUE(also.has_value()) << also.error().grounds.front().word;
    EXPECT_EQ(*performed + *also, 1);
    EXPECT_EQ(times_named(), 1);
}

}  // namespace
}  // namespace credit::desk
