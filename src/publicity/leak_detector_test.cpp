// What is found in free text, and what is left alone. All numbers are synthetic.

#include "publicity/leak_detector.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <string_view>

namespace credit::publicity {
namespace {

using namespace std::chrono_literals;

bool finds(LeakKind kind, std::string_view text) {
    return std::ranges::any_of(find_leaks(text, 2026y / 11 / 23),
                               [kind](const Leak& leak) { return leak.kind == kind; });
}

bool clean(std::string_view text) {
    return find_leaks(text, 2026y / 11 / 23).empty();
}

TEST(LeakDetector, FindsResidentNumbersWithTheirCheck) {
    EXPECT_TRUE(finds(LeakKind::ResidentNumber, "当事人（11010519491231002X）违法"));
    EXPECT_TRUE(finds(LeakKind::ResidentNumber, "当事人 11010519491231002x 违法"));
    EXPECT_TRUE(finds(LeakKind::ResidentNumber, "编号99911010519491231002X"));
    EXPECT_TRUE(finds(LeakKind::ResidentNumber, "１１０１０５１９４９１２３１００２Ｘ"));
    EXPECT_TRUE(finds(LeakKind::ResidentNumber, "110105 19491231 002X"));
    EXPECT_FALSE(finds(LeakKind::ResidentNumber, "110105194912310021"));
    EXPECT_FALSE(finds(LeakKind::ResidentNumber, "11010519491331002X"));
}

TEST(LeakDetector, SaysWhere) {
    const auto leaks = find_leaks("当事人11010519491231002X", 2026y / 11 / 23);
    ASSERT_EQ(leaks.size(), 1U);
    EXPECT_EQ(leaks.front(), (Leak{LeakKind::ResidentNumber, 3}));
}

TEST(LeakDetector, FindsPhones) {
    EXPECT_TRUE(finds(LeakKind::Mobile, "联系13800138000"));
    EXPECT_TRUE(finds(LeakKind::Mobile, "联系138-0013-8000"));
    EXPECT_TRUE(finds(LeakKind::Mobile, "+8613800138000"));
    EXPECT_TRUE(finds(LeakKind::Landline, "电话0531-12345678"));
    EXPECT_TRUE(finds(LeakKind::Landline, "电话（0531）12345678"));
    EXPECT_FALSE(finds(LeakKind::Mobile, "罚款12800138000元"));
    EXPECT_FALSE(finds(LeakKind::Landline, "比例0.12345678"));
}

TEST(LeakDetector, FindsBankCardsThatPassTheirCheck) {
    EXPECT_TRUE(finds(LeakKind::BankCard, "6222020000000000018"));
    EXPECT_FALSE(finds(LeakKind::BankCard, "6222020000000000019"));
    EXPECT_FALSE(finds(LeakKind::BankCard, "622202000000001"));
}

TEST(LeakDetector, FindsHomes) {
    EXPECT_TRUE(finds(LeakKind::HomeAddress, "某某小区3号楼2单元501室"));
    EXPECT_TRUE(finds(LeakKind::HomeAddress, "某某小区３号楼５０１室"));
    EXPECT_TRUE(finds(LeakKind::HomeAddress, "家住某某村"));
    EXPECT_FALSE(finds(LeakKind::HomeAddress, "在厂区3号楼外堆放"));
    EXPECT_FALSE(finds(LeakKind::HomeAddress, "审计单元的办公室"));
}

TEST(LeakDetector, FindsHealthAndBelief) {
    EXPECT_TRUE(finds(LeakKind::Health, "当事人患有某病"));
    EXPECT_TRUE(finds(LeakKind::Religion, "当事人系某某教徒"));
}

TEST(LeakDetector, LeavesOrdinaryTextAlone) {
    EXPECT_TRUE(clean("于2026年5月8日销售不合格食品，违法所得12345.67元"));
    EXPECT_TRUE(clean("济市监罚〔2026〕123号，统一社会信用代码91370000MA00000000"));
    EXPECT_TRUE(clean(""));
}

}  // namespace
}  // namespace credit::publicity
