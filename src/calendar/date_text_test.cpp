#include "calendar/date_text.h"

#include <gtest/gtest.h>

#include "foundation/clock.h"

namespace credit::calendar {
namespace {

using namespace std::chrono_literals;

TEST(DateText, IsWrittenInBothWays) {
    EXPECT_EQ(to_text(2026y / 4 / 1), "2026-04-01");
    EXPECT_EQ(to_chinese(2026y / 4 / 1), "2026年4月1日");
}

TEST(DateText, IsoIsReadStrictly) {
    EXPECT_EQ(parse_date("2028-02-29"), Date{2028y / 2 / 29});
    for (const auto* text : {"2027-02-29", "2026-4-1", "2026-04-01 ", "20260401", "", "2026-13-01",
                             "2026-00-10", "2026-04-0a"}) {
        EXPECT_EQ(parse_date(text).error().grounds.front().word, "calendar.not_a_date") << text;
    }
}

TEST(DateText, WhatPeopleTypeIsRead) {
    for (const auto* text :
         {"2017-12-02", "2017/12/02", "2017.12.2", "20171202", "2017年12月2日", "2017年12月02日",
          "2017-12-02 00:00:00", "2017/12/2 0:00:00", "2017/12/2 0:00", "2017/12/2  00:00",
          "2017-12-02T00:00", "2017-12-02T00:00:00.000", "2017年12月2日 0:00"}) {
        EXPECT_EQ(parse_typed_date(text), Date{2017y / 12 / 2}) << text;
    }
}

// The day is China's: what Greenwich calls the evening before belongs to it.
TEST(DateText, ATimeWithItsZoneIsADayOfChina) {
    for (const auto* text :
         {"2017-12-01T16:00:00Z", "2017-12-02T15:59:59.999Z", "2017-12-02T00:00:00+08:00",
          "2017-12-02 00:00:00+08", "2017-12-02T23:59:59+0800", "2017-12-01T12:30:00-03:30"}) {
        EXPECT_EQ(parse_typed_date(text), Date{2017y / 12 / 2}) << text;
    }
    EXPECT_EQ(parse_typed_date("2017-12-01T15:59:59Z"), Date{2017y / 12 / 1});
    EXPECT_EQ(parse_typed_date("2017-12-02T16:00:00Z"), Date{2017y / 12 / 3});
}

TEST(DateText, ATimeWithoutItsZoneIsRefused) {
    for (const auto* text : {"2017-12-02 13:05:00", "2017-12-02T00:00:01", "2017/12/2 9:30"}) {
        EXPECT_EQ(parse_typed_date(text).error().grounds.front().word, "calendar.time_without_zone")
            << text;
    }
}

TEST(DateText, WhatIsNotADateIsRefused) {
    for (const auto* text :
         {"2017-12/02", "17-12-02", "2017年12月", "201712", "2017-02-30", "43101", "长期",
          "2017-12-022", "00000000", "2017-12-02Tgarbage", "2017-12-02T", "2017-12-02 24:00",
          "2017-12-02T16:00:00.Z", "2017-12-02T16:00:00X", "2017-12-02T16:00:00+15:00",
          "2017-12-02 0:0", "T00:00:00"}) {
        const auto day = parse_typed_date(text);
        ASSERT_FALSE(day) << text;
        EXPECT_EQ(day.error().grounds.front().word, "calendar.not_a_date") << text;
    }
}

}  // namespace
}  // namespace credit::calendar
