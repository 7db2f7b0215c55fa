// Small counts are left out, and never one alone.

#include "pages/reports/report.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <vector>

namespace credit::pages {
namespace {

std::vector<ReportLine> lines_with(std::initializer_list<std::int64_t> counts) {
    std::vector<ReportLine> lines;
    for (const auto count : counts) {
        ReportLine line;
        line.counts.fill(0);
        line.counts.front() = count;
        lines.push_back(line);
    }
    return lines;
}

// "-" where one is left out.
std::string shown(std::initializer_list<std::int64_t> counts) {
    auto lines = lines_with(counts);
    leave_out_small(lines, 5);
    std::string text;
    for (const auto& line : lines) {
        const auto& count = line.counts.front();
        text += (text.empty() ? "" : " ") + (count ? std::to_string(*count) : "-");
    }
    return text;
}

TEST(SmallCounts, FourIsLeftOutAndFiveIsNot) {
    EXPECT_EQ(shown({4, 3, 5, 6}), "- - 5 6");
}

TEST(SmallCounts, NoughtIsTold) {
    EXPECT_EQ(shown({0, 0, 9}), "0 0 9");
}

TEST(SmallCounts, OneAloneTakesTheNextSmallestWithIt) {
    EXPECT_EQ(shown({80, 2, 30, 0}), "80 - - 0");
}

TEST(SmallCounts, TwoAreEnough) {
    EXPECT_EQ(shown({1, 4, 30}), "- - 30");
}

TEST(SmallCounts, EachColumnForItself) {
    auto lines = lines_with({10, 20});
    lines.front().counts.back() = 1;
    lines.back().counts.back() = 40;
    leave_out_small(lines, 5);
    EXPECT_EQ(lines.front().counts.front(), 10);
    EXPECT_EQ(lines.front().counts.back(), std::nullopt);
    EXPECT_EQ(lines.back().counts.back(), std::nullopt);
}

}  // namespace
}  // namespace credit::pages
