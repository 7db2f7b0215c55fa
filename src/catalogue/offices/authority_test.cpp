// Authorities in time: the reorganisation of 2018 and the end of Laiwu, a day before and after.

#include "catalogue/offices/authority.h"

#include <gtest/gtest.h>

#include <set>
#include <string>
#include <string_view>

#include "catalogue/offices/region.h"
#include "catalogue/offices/task.h"
#include "foundation/clock.h"
#include "identity/check_characters.h"

namespace credit::catalogue {
namespace {

using namespace std::chrono_literals;

constexpr Date today{2026y / 11 / 23};
constexpr Date opinion_day{2017y / 12 / 22};

class AuthorityTest : public testing::Test {
protected:
    Regions regions_ = Regions::load().value();
    Authorities authorities_ = Authorities::load(regions_).value();

    std::string current(std::string_view code, Date day) {
        const auto found = authorities_.current(code, day);
        return found ? (*found)->code : found.error().grounds.front().word;
    }
};

TEST_F(AuthorityTest, MarketSupervisionTookOverInTheProvince) {
    EXPECT_TRUE(authorities_.find("SD-AIC", Date{2018y / 10 / 31}));
    EXPECT_FALSE(authorities_.find("SD-SAMR", Date{2018y / 10 / 31}));
    const auto after = authorities_.find("SD-AIC", Date{2018y / 11 / 1});
    ASSERT_FALSE(after);
    EXPECT_EQ(after.error().grounds.front().word, "catalogue.authority_not_in_force");
    EXPECT_TRUE(authorities_.find("SD-SAMR", Date{2018y / 11 / 1}));

    for (const std::string_view code : {"SD-AIC", "SD-QTS", "SD-FDA", "SD-IPO"}) {
        EXPECT_EQ(current(code, today), "SD-SAMR") << code;
        EXPECT_TRUE(authorities_.succeeds("SD-SAMR", code));
    }
}

TEST_F(AuthorityTest, OtherSuccessionsOf2018) {
    EXPECT_EQ(current("SD-STB", Date{2018y / 6 / 14}), "SD-STB");
    EXPECT_EQ(current("SD-STB", Date{2018y / 6 / 15}), "SD-TAX");
    EXPECT_EQ(current("SD-LTB", today), "SD-TAX");
    EXPECT_EQ(current("SD-AWS", today), "SD-EM");
    EXPECT_EQ(current("SD-EPB", today), "SD-ECO");
    EXPECT_EQ(current("SD-LAO", today), "SD-JUS");
    EXPECT_EQ(current("SD-CBRC", today), "SD-NFRA");  // through two successions
}

TEST_F(AuthorityTest, OfficesOfLaiwuPassToJinan) {
    EXPECT_EQ(current("LW-FIN", Date{2018y / 12 / 31}), "LW-FIN");
    EXPECT_EQ(current("LW-FIN", Date{2019y / 1 / 1}), "JN-FIN");
    EXPECT_EQ(current("LW-AIC", Date{2018y / 12 / 31}), "LW-AIC");
    EXPECT_EQ(current("LW-AIC", Date{2019y / 1 / 1}), "JN-SAMR");
    EXPECT_EQ(current("LW-TAX", Date{2018y / 7 / 5}), "LW-TAX");
    EXPECT_FALSE(authorities_.find("LW-SAMR"));  // never was
}

TEST_F(AuthorityTest, NobodyActsBeforeItWasThere) {
    EXPECT_EQ(current("SD-TAX", Date{2018y / 6 / 14}), "catalogue.authority_not_in_force");
    EXPECT_FALSE(authorities_.succeeds("SD-AIC", "SD-SAMR"));
}

TEST_F(AuthorityTest, CompetenceByFunctionLevelAndRegion) {
    const auto jinan =
        authorities_.competent_for("market_supervision", RegionLevel::City, "370102", today);
    ASSERT_EQ(jinan.size(), 1);
    EXPECT_EQ(jinan.front()->code, "JN-SAMR");
    const auto province =
        authorities_.competent_for("courts", RegionLevel::Province, "370202", today);
    ASSERT_EQ(province.size(), 1);
    EXPECT_EQ(province.front()->code, "SD-COURT");
    EXPECT_TRUE(authorities_.competent_for("tax", RegionLevel::City, "370000", today).empty());
    EXPECT_TRUE(authorities_.competent_for("fortune", RegionLevel::City, "370102", today).empty());
}

TEST_F(AuthorityTest, CreditCodesAreSyntheticRightAndUnique) {
    std::set<std::string> codes;
    for (const auto& authority : authorities_.all()) {
        const auto& code = authority.unified_social_credit_code;
        ASSERT_EQ(code.size(), 18);
        EXPECT_EQ(code.substr(2, 6), "379999");
        EXPECT_EQ(code[16], identity::organisation_check(code.substr(8, 8)));
        EXPECT_EQ(code[17], identity::credit_code_check(code.substr(0, 17)));
        EXPECT_TRUE(codes.insert(code).second) << authority.code;
        EXPECT_EQ(authorities_.find(authority.code).value(), &authority);
    }
    EXPECT_EQ(authorities_
                  .find_by_credit_code(
                      authorities_.find("SD-DRC").value()->unified_social_credit_code, today)
                  .value()
                  ->code,
              "SD-DRC");
}

TEST_F(AuthorityTest, AboutSixtyInTheProvinceAndTwelveInEachCity) {
    std::size_t province = 0;
    std::size_t jinan = 0;
    for (const auto& authority : authorities_.all()) {
        if (!authority.validity.covers(today)) continue;
        province += authority.level == RegionLevel::Province ? 1 : 0;
        jinan += authority.region == "370100" ? 1 : 0;
    }
    EXPECT_GE(province, 50);
    EXPECT_GE(jinan, 12);
}

TEST_F(AuthorityTest, TasksOfTheAnnexAndWhoAnswersNow) {
    const auto tasks = Tasks::load(authorities_).value();
    EXPECT_EQ(tasks.all().size(), 22);
    const auto* task = tasks.find(10).value();
    EXPECT_EQ(task->leads.size(), 2);
    EXPECT_EQ(task->units.size(), 11);
    EXPECT_TRUE(task->city_governments);
    EXPECT_EQ(Tasks::responsible(*task, authorities_, opinion_day)->size(), 13);
    // 工商, 质监, 食药 and 知识产权 are one authority now.
    EXPECT_EQ(Tasks::responsible(*task, authorities_, today)->size(), 10);
    EXPECT_FALSE(tasks.find(17).value()->city_governments);
    EXPECT_FALSE(tasks.find(23));
}

TEST_F(AuthorityTest, EveryTaskIsAnsweredForInTheYearOfTheOpinion) {
    const auto tasks = Tasks::load(authorities_).value();
    for (const auto& task : tasks.all()) {
        const bool someone =
            !task.leads.empty() || !task.units.empty() || task.provincial_departments;
        EXPECT_TRUE(someone) << task.number;
        for (const auto& code : task.units) {
            EXPECT_TRUE(authorities_.find(code, opinion_day)) << code;
        }
    }
}

}  // namespace
}  // namespace credit::catalogue
