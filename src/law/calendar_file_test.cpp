#include "law/calendar_file.h"

#include <gtest/gtest.h>

#include <array>
#include <cstddef>

#include "calendar/period.h"
#include "calendar/working_days.h"
#include "foundation/clock.h"
#include "law/library.h"

namespace credit::law {
namespace {

using namespace std::chrono_literals;
using calendar::DueDay;
using calendar::LastDayOff;
using calendar::Unit;

const calendar::WorkingCalendar& official() {
    static const Library loaded = Library::load().value();
    return loaded.calendar();
}

struct Case {
    Date start;
    int working_days;
    Date last;
};

TEST(OfficialCalendar, CountsSevenWorkingDaysThroughEveryHoliday) {
    for (const auto& [start, days, last] : std::to_array<Case>({
             {.start = 2026y / 2 / 13, .working_days = 7, .last = 2026y / 3 / 2},
             {.start = 2017y / 12 / 22, .working_days = 7, .last = 2018y / 1 / 3},
             {.start = 2020y / 1 / 20, .working_days = 7, .last = 2020y / 2 / 6},
             {.start = 2018y / 6 / 8, .working_days = 7, .last = 2018y / 6 / 20},
             {.start = 2026y / 9 / 24, .working_days = 7, .last = 2026y / 10 / 12},
         })) {
        EXPECT_EQ(official().add_working_days(start, days), (DueDay{last, false}));
        EXPECT_EQ(official().working_days_between(start, last).days, days);
    }
}

TEST(OfficialCalendar, HasTheWorkingDaysOfEachYear) {
    constexpr std::array expected{249, 250, 249, 249, 251, 248, 248};
    for (int year = 2020; year <= 2026; ++year) {
        const Date eve = std::chrono::year{year - 1} / 12 / 31;
        const Date end = std::chrono::year{year} / 12 / 31;
        const auto count = official().working_days_between(eve, end);
        EXPECT_EQ(count.days, expected.at(static_cast<std::size_t>(year - 2020))) << year;
        EXPECT_FALSE(count.provisional);
    }
}

TEST(OfficialCalendar, IsProvisionalAfterItsLastNotice) {
    EXPECT_EQ(official().known_through(), Date{2026y / 12 / 31});
    EXPECT_EQ(official().add_working_days(2026y / 12 / 30, 1), (DueDay{2026y / 12 / 31, false}));
    EXPECT_EQ(official().add_working_days(2026y / 12 / 31, 1), (DueDay{2027y / 1 / 1, true}));
    EXPECT_TRUE(official().working_days_between(2026y / 12 / 1, 2027y / 1 / 1).provisional);
    EXPECT_TRUE(official().add_working_days(2003y / 12 / 30, 1).provisional);
}

TEST(OfficialCalendar, MovesALastDayOffOnlyWhereAsked) {
    // Fifteen days from 16 September 2026 end on 1 October, National Day.
    const calendar::Period days{.amount = 15, .unit = Unit::Days};
    EXPECT_EQ(official().last_day_of(days, 2026y / 9 / 16).day, Date{2026y / 10 / 1});
    EXPECT_EQ(official().last_day_of(days, 2026y / 9 / 16, LastDayOff::NextWorkingDay).day,
              Date{2026y / 10 / 8});
    EXPECT_EQ(official().last_day_of({.amount = 3, .unit = Unit::Months}, 2026y / 4 / 10).day,
              Date{2026y / 7 / 10});
    EXPECT_EQ(official().last_day_of({.amount = 0, .unit = Unit::WorkingDays}, 2026y / 4 / 10).day,
              Date{2026y / 4 / 10});
}

TEST(CalendarFile, RefusesSpansThatAreNone) {
    EXPECT_EQ(days_of_span(2026, "09-29..10-02")->size(), 4U);
    EXPECT_EQ(days_of_span(2026, "12-31")->size(), 1U);
    for (const auto* span : {"02-29", "10-02..09-29", "1-1", "", "01-01..", "01-01...01-02"}) {
        EXPECT_EQ(days_of_span(2026, span).error().grounds.front().word, "law.calendar_broken");
    }
}

}  // namespace
}  // namespace credit::law
