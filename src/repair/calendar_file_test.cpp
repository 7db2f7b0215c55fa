// The calendar file holds its days, folds its lines and names nobody.

#include <gtest/gtest.h>

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>

#include "foundation/clock.h"
#include "repair/outlook.h"

namespace credit::repair {
namespace {

using namespace std::chrono_literals;

Outlook penalty() {
    Outlook outlook;
    outlook.item.item_id = "01J00000000000000000000000-1";
    outlook.item.subject_key = "O91370100MA00000000";
    outlook.item.title_zh = "行政处罚；含逗号,与换行\n的很长很长很长很长的名称";
    outlook.item.title_en = "Administrative penalty";
    outlook.item.public_through = 2027y / 4 / 10;
    outlook.first_day = 2026y / 7 / 11;
    return outlook;
}

std::string made() {
    return calendar_file({penalty()}, Instant{1'783'000'000'123});
}

TEST(CalendarFile, NoLineIsOverSeventyFiveOctetsAndNoneEndsOtherwise) {
    const auto file = made();
    std::size_t from = 0;
    while (from < file.size()) {
        const auto end = file.find("\r\n", from);
        ASSERT_NE(end, std::string::npos);
        EXPECT_LE(end - from, 75U);
        from = end + 2;
    }
    EXPECT_EQ(file.find("\n\n"), std::string::npos);
}

TEST(CalendarFile, UnfoldedItIsWholeAgain) {
    auto file = made();
    for (auto at = file.find("\r\n "); at != std::string::npos; at = file.find("\r\n ")) {
        file.erase(at, 3);
    }
    EXPECT_NE(file.find("SUMMARY:行政处罚；含逗号\\,与换行\\n的很长很长很长很长的名称 "
                        "Administrative penalty：可以申请修复 / repair may begin\r\n"),
              std::string::npos);
    EXPECT_NE(file.find("DTSTART;VALUE=DATE:20260711\r\nDTEND;VALUE=DATE:20260712\r\n"),
              std::string::npos);
    EXPECT_NE(file.find("DTSTART;VALUE=DATE:20270410\r\n"), std::string::npos);
    EXPECT_NE(file.find("DTSTAMP:20260702T"), std::string::npos);
}

TEST(CalendarFile, NamesNobody) {
    EXPECT_EQ(made().find("91370100MA00000000"), std::string::npos);
}

TEST(CalendarFile, WhatALawExcludesHasNoFirstDay) {
    auto excluded = penalty();
    excluded.item.excluded_by = law::Citation{.instrument = "work-safety-law-2021", .article = ""};
    const auto file = calendar_file({excluded}, Instant{});
    EXPECT_EQ(file.find("20260711"), std::string::npos);
    EXPECT_NE(file.find("20270410"), std::string::npos);
}

}  // namespace
}  // namespace credit::repair
