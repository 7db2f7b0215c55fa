// The clerks of two nodes carry out one amendment: it is completed once, and both go on.

#include "desk/clerk/amendment_runner.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <string>
#include <utility>

#include "amendments/amendment.h"
#include "amendments/amendment_register.h"
#include "calendar/date_text.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "server/house.h"
#include "sql/pool.h"
#include "sql/session.h"
#include "tests/store/house_fixture.h"
#include "tests/store/store_fixture.h"

namespace credit::desk {
namespace {

class AmendmentRunnerTest : public store::HouseTest {
protected:
    // One that touches so many standards that no single look is through with it.
    void approve() {
        JsonArray ends;
        for (const auto& measure : house_->desk().catalogue().measures.all()) {
            ends.push_back(JsonObject{{"row", "measure"}, {"id", measure.id}});
        }
        amendments::Amendment amendment;
        amendment.amendment_id = "A1";
        amendment.state = "approved";
        amendment.drafted_on = day_of(now_);
        amendment.content = {{"from_on", calendar::to_text(day_of(now_))},
                             {"ends", std::move(ends)}};
        const auto lease = house_->desk().pool().lease(sql::Access::Write);
        ASSERT_TRUE(amendments::AmendmentRegister(**lease).save(amendment).has_value());
    }
    std::string state() { return amendments::AmendmentRegister(session()).find("A1")->state; }

    const Instant now_ = SystemClock().now();
};

INSTANTIATE_TEST_SUITE_P(, AmendmentRunnerTest, store::both_engines(), store::engine_name);

TEST_P(AmendmentRunnerTest, WhoIsOvertakenGoesOn) {
    approve();
    const auto pools = house_->lookup_parts().pools;
    AmendmentRunner here(house_->desk(), pools);
    AmendmentRunner there(house_->desk(), pools);
    const auto begun = there.look(now_);
    ASSERT_TRUE(begun.has_value()) << begun.error().grounds.front().word;
    ASSERT_EQ(state(), "approved");

    std::int64_t acts = 0;
    for (int looks = 0; looks < 100 && state() == "approved"; ++looks) {
        acts += here.look(now_).value_or(0);
    }
    ASSERT_EQ(state(), "completed");
    EXPECT_EQ(acts, 1);
    for (int looks = 0; looks < 100; ++looks) {
        const auto done = there.look(now_);
        ASSERT_TRUE(done.has_value()) << done.error().grounds.front().word;
        EXPECT_EQ(*done, 0);
    }
}

}  // namespace
}  // namespace credit::desk
