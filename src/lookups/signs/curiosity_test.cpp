// Signs of curiosity at their thresholds, and what is no sign.

#include "lookups/signs/curiosity.h"

#include <gtest/gtest.h>

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

#include "foundation/clock.h"

namespace credit::lookups {
namespace {

using namespace std::chrono_literals;

constexpr Thresholds thresholds{.burst_lookups = 3, .burst_minutes = 10, .subjects_of_a_case = 2};
constexpr Date day = 2026y / 3 / 3;

Glance glance(int number, std::int64_t minute, const std::string& account = "clerk-1") {
    return {.lookup_id = "L" + std::to_string(number),
            .subject_key = "P" + std::to_string(number),
            .at = Instant{start_of(day).milliseconds + minute * 60'000},
            .account = account,
            .case_number = "C" + std::to_string(number)};
}

AuthorityDay facts_of(std::vector<Glance> glances) {
    return {.authority = "JN-SAMR", .day = day, .glances = std::move(glances)};
}

TEST(Curiosity, SeesABurstOnlyWithinItsMinutes) {
    const auto too_slow = facts_of({glance(1, 0), glance(2, 1), glance(3, 2), glance(4, 10)});
    EXPECT_TRUE(find_signs(too_slow, thresholds).empty());
    const auto burst = facts_of({glance(1, 0), glance(2, 1), glance(3, 2), glance(4, 9)});
    const auto found = find_signs(burst, thresholds);
    ASSERT_EQ(found.size(), 1);
    EXPECT_EQ(found[0].kind, SignKind::Burst);
    EXPECT_EQ(found[0].account, "clerk-1");
    EXPECT_EQ(found[0].lookups, "L1 L2 L3 L4");
}

TEST(Curiosity, NamesTheSameBurstWhenTheDayGoesOn) {
    auto glances = std::vector{glance(1, 0), glance(2, 1), glance(3, 2), glance(4, 3)};
    const auto before = find_signs(facts_of(glances), thresholds);
    for (int more = 5; more <= 8; ++more) glances.push_back(glance(more, more));
    const auto after = find_signs(facts_of(glances), thresholds);
    ASSERT_EQ(before.size(), 1);
    ASSERT_EQ(after.size(), 2);
    EXPECT_EQ(after[0].about, before[0].about);
    EXPECT_EQ(after[1].about, "L5");
}

TEST(Curiosity, LeavesApprovalSystemsAlone) {
    auto facts = facts_of({glance(1, 0), glance(2, 0), glance(3, 0), glance(4, 0)});
    facts.systems = {"clerk-1"};
    EXPECT_TRUE(find_signs(facts, thresholds).empty());
}

TEST(Curiosity, CountsTheSubjectsOfACaseOnce) {
    auto glances = std::vector{glance(1, 0), glance(1, 30), glance(2, 60)};
    for (auto& each : glances) each.case_number = "C";
    EXPECT_TRUE(find_signs(facts_of(glances), thresholds).empty());
    glances.push_back(glance(3, 90, "clerk-2"));
    glances.back().case_number = "C";
    const auto found = find_signs(facts_of(glances), thresholds);
    ASSERT_EQ(found.size(), 1);
    EXPECT_EQ(found[0].kind, SignKind::CaseOfMany);
    EXPECT_EQ(found[0].about, "C");
    EXPECT_EQ(found[0].account, "");
}

TEST(Curiosity, FindsColleaguesAndTheWellKnownByReceipt) {
    auto facts = facts_of({glance(1, 0), glance(2, 30)});
    facts.colleagues = {"P1"};
    facts.well_known = {"P2"};
    const auto found = find_signs(facts, thresholds);
    ASSERT_EQ(found.size(), 2);
    EXPECT_EQ(found[0].kind, SignKind::Colleague);
    EXPECT_EQ(found[0].lookups, "L1");
    EXPECT_EQ(found[1].kind, SignKind::WellKnown);
    EXPECT_EQ(found[1].about, "L2");
}

TEST(Curiosity, JudgesCasesOnlyWhereSomeStand) {
    const auto facts = facts_of({glance(1, 0), glance(2, 30), glance(3, 60, "clerk-2")});
    EXPECT_TRUE(find_dead_cases(facts, {}).empty());
    const auto found = find_dead_cases(facts, {"L1"});
    ASSERT_EQ(found.size(), 2);
    EXPECT_EQ(found[0].account, "clerk-1");
    EXPECT_EQ(found[0].lookups, "L2");
    EXPECT_EQ(found[1].lookups, "L3");
}

TEST(Curiosity, AsksNoCaseOfOrganisationsAndSystems) {
    auto facts = facts_of({glance(1, 0), glance(2, 30), glance(3, 60, "system-1")});
    facts.glances[1].subject_key = "O2";
    facts.systems = {"system-1"};
    EXPECT_TRUE(find_dead_cases(facts, {"L1"}).empty());
}

}  // namespace
}  // namespace credit::lookups
