// Regions in time: the set of 2017, today's, and the days between.

#include "catalogue/offices/region.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "catalogue/offices/area_codes.h"
#include "foundation/clock.h"
#include "identity/resident_identity_number.h"

namespace credit::catalogue {
namespace {

using namespace std::chrono_literals;

class RegionTest : public testing::Test {
protected:
    Regions regions_ = Regions::load().value();
};

TEST_F(RegionTest, LaiwuEndsWith2018) {
    EXPECT_TRUE(regions_.find("371200", Date{2018y / 12 / 31}));
    const auto after = regions_.find("371200", Date{2019y / 1 / 1});
    ASSERT_FALSE(after);
    EXPECT_EQ(after.error().grounds.front().word, "catalogue.region_not_in_force");
    EXPECT_EQ(regions_.current("371200", Date{2019y / 1 / 1}).value()->code, "370100");
    EXPECT_EQ(regions_.current("371202", Date{2019y / 1 / 1}).value()->code, "370116");
    EXPECT_FALSE(regions_.find("370116", Date{2018y / 12 / 31}));
}

TEST_F(RegionTest, SetsOf2017AndToday) {
    constexpr Date opinion_day{2017y / 12 / 22};
    constexpr Date today{2026y / 11 / 23};
    EXPECT_EQ(regions_.at_level(RegionLevel::City, opinion_day).size(), 17);
    EXPECT_EQ(regions_.at_level(RegionLevel::City, today).size(), 16);
    EXPECT_EQ(regions_.at_level(RegionLevel::County, opinion_day).size(), 137);
    EXPECT_EQ(regions_.at_level(RegionLevel::County, today).size(), 136);
}

TEST_F(RegionTest, ContainsItselfAndWhatLiesBelow) {
    EXPECT_TRUE(regions_.contains("370000", "370102"));
    EXPECT_TRUE(regions_.contains("370100", "370100"));
    EXPECT_TRUE(regions_.contains("100000", "371200"));
    EXPECT_FALSE(regions_.contains("370102", "370100"));
    EXPECT_FALSE(regions_.contains("370200", "370102"));
    EXPECT_FALSE(regions_.contains("370000", "999999"));
}

TEST_F(RegionTest, AreasOfNumbersAreThoseOfTheDayAndOfAnyDayBefore) {
    const auto word = [](const identity::AreaCodes& areas, std::string_view area) {
        const auto warnings = areas.warnings_of(area);
        return warnings.empty() ? std::string() : warnings.front().word;
    };
    const auto last_day = area_codes_on(Date{2018y / 12 / 31}).value();
    EXPECT_EQ(word(last_day, "371202"), "");
    EXPECT_EQ(word(last_day, "370116"), "identity.area_unknown");  // not made yet
    const auto today = area_codes_on(Date{2026y / 11 / 23}).value();
    EXPECT_EQ(word(today, "371202"), "identity.area_historical");
    EXPECT_EQ(word(today, "370116"), "");
    EXPECT_EQ(word(today, "372922"), "identity.area_historical");  // gone before 2017
    EXPECT_EQ(word(today, "110105"), "");                          // not a province known here
}

TEST_F(RegionTest, UnknownRegionIsNotFound) {
    const auto unknown = regions_.find("440300");
    ASSERT_FALSE(unknown);
    EXPECT_EQ(unknown.error().code, ErrorCode::NotFound);
}

}  // namespace
}  // namespace credit::catalogue
