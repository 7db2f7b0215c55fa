// From which day an announcement counts, by the law of its own day.

#include "notices/service.h"

#include <gtest/gtest.h>

#include <chrono>
#include <string>

#include "foundation/clock.h"
#include "foundation/result.h"
#include "law/library.h"

namespace credit::notices {
namespace {

using namespace std::chrono_literals;

class ServiceTest : public testing::Test {
protected:
    static const law::Library& law() {
        static const auto library = law::Library::load();
        return *library;
    }

    static Date announced(Date published) {
        return *counts_from({.served_on = published, .method = "announcement", .proof = "proof"},
                            law());
    }
};

TEST_F(ServiceTest, CountsFromItsOwnDayUnlessAnnounced) {
    const Date day = 2026y / 3 / 2;
    EXPECT_EQ(*counts_from({.served_on = day, .method = "mail", .proof = "proof"}, law()), day);
}

TEST_F(ServiceTest, CountsAnAnnouncementFromTheDayAfterItsPeriod) {
    // The thirtieth day is a Wednesday.
    EXPECT_EQ(announced(2026y / 3 / 2), Date{2026y / 4 / 2});
    // The thirtieth day is a Sunday, and the Monday after it a day off.
    EXPECT_EQ(announced(2026y / 3 / 6), Date{2026y / 4 / 8});
}

TEST_F(ServiceTest, CountsSixtyDaysUntilTheEndOf2021AndThirtySince) {
    EXPECT_EQ(announced(2021y / 12 / 31), Date{2022y / 3 / 2});
    EXPECT_EQ(announced(2022y / 1 / 1), Date{2022y / 2 / 8});
}

TEST_F(ServiceTest, WaitsAWeekLongerIntoAYearWithoutACalendar) {
    // 2 January 2027 is a Saturday of a year without a notice: Monday the 4th, and a week.
    EXPECT_EQ(announced(2026y / 12 / 3), Date{2027y / 1 / 12});
}

TEST_F(ServiceTest, NamesEveryGroundInTheOrderOfTheLaw) {
    const Service service{.served_on = 2026y / 3 / 3, .method = "electronic", .proof = ""};
    const auto grounds = judge_service(
        service, {.day = 2026y / 3 / 2, .in_account_since = {}, .failed_methods = {"electronic"}},
        law());
    ASSERT_TRUE(grounds.has_value());
    std::string words;
    for (const auto& ground : *grounds) words += ground.word + " ";
    EXPECT_EQ(words,
              "lists.served_in_future notices.electronic_without_consent "
              "notices.not_yet_in_account notices.failed_by_this_method ");
}

}  // namespace
}  // namespace credit::notices
