#include "ledger/act.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

namespace credit::ledger {
namespace {

TEST(ActId, HasTwentySixCharactersOfCrockford) {
    const auto id = new_act_id(Instant{1'774'972'800'000});
    EXPECT_EQ(id.size(), 26U);
    EXPECT_EQ(id.find_first_not_of("0123456789ABCDEFGHJKMNPQRSTVWXYZ"), std::string::npos);
}

TEST(ActId, RisesWithinAMillisecondAndWhenTheClockGoesBack) {
    std::string last;
    for (int i = 0; i < 1000; ++i) {
        const auto id = new_act_id(Instant{2'000'000'000'000 - i / 100});
        EXPECT_LT(last, id);
        last = id;
    }
}

TEST(ActId, SortsByTime) {
    const auto earlier = new_act_id(Instant{3'000'000'000'000});
    EXPECT_LT(earlier, new_act_id(Instant{3'000'000'000'001}));
}

}  // namespace
}  // namespace credit::ledger
