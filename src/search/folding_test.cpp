#include "search/folding.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "search/readings.h"

namespace credit::search {
namespace {

std::string fold_text(std::string_view text) {
    return text_of(folded(units_of(text)));
}

std::string reading_of(std::string_view text) {
    std::string syllables;
    for (const auto syllable : Readings::get().read(folded(units_of(text)))) {
        syllables += (syllables.empty() ? "" : " ") + Readings::get().text_of(syllable);
    }
    return syllables;
}

std::string core_of(std::string_view text) {
    const auto units = folded(units_of(text));
    return text_of(std::u16string_view(units).substr(0, Readings::get().without_form(units)));
}

TEST(FoldingTest, WidthsCaseAndCompatibilityAreOne) {
    EXPECT_EQ(fold_text("ＡＢＣ科技"), "abc科技");
    EXPECT_EQ(fold_text("AbC科技"), "abc科技");
    EXPECT_EQ(fold_text("㈱示例"), "株示例");
    EXPECT_EQ(fold_text("①号店"), "1号店");
}

TEST(FoldingTest, BracketsSpacesAndPunctuationAreLeftOut) {
    for (const auto* const name :
         {"山东示例（集团）有限公司", "山东示例(集团)有限公司", "山东示例【集团】有限公司",
          " 山东 示例　集团·有限公司。", "山东-示例 & 集团\u200B有限公司"}) {
        EXPECT_EQ(fold_text(name), "山东示例集团有限公司") << name;
    }
    EXPECT_EQ(fold_text("（）·&—"), "");
    EXPECT_EQ(fold_text(""), "");
}

TEST(FoldingTest, TraditionalBecomesSimplified) {
    EXPECT_EQ(fold_text("東營億騰電子勝達實業"), "东营亿腾电子胜达实业");
    EXPECT_EQ(text_of(folded_in_its_script(units_of("東營（億騰）"))), "東營億騰");
}

TEST(FoldingTest, RadicalsOfCopiedTextAreCharacters) {
    EXPECT_EQ(fold_text("⼭东⻝品"), "山东食品");
}

TEST(FoldingTest, CharactersBeyondTheFirstPlaneStay) {
    EXPECT_EQ(fold_text("𠮷祥䶮"), "𠮷祥䶮");
}

TEST(FoldingTest, TextThatIsNoTextAndOverlongText) {
    EXPECT_LE(folded(units_of("\xFF\xC3示例")).size(), 4U);
    EXPECT_EQ(units_of(std::string(10'000, 'a')).size(), units_max);
    std::string ligatures;
    for (int at = 0; at < 255; ++at) ligatures += "\uFDFA";  // eighteen letters each
    EXPECT_LE(folded(units_of(ligatures)).size(), units_max);
}

TEST(ReadingsTest, PlacesAreReadAsTheirPeopleDo) {
    EXPECT_EQ(reading_of("单县"), "shan xian");
    EXPECT_EQ(reading_of("简单"), "jian dan");
    EXPECT_EQ(reading_of("长安"), "chang an");
    EXPECT_EQ(reading_of("校长"), "xiao zhang");
    EXPECT_EQ(reading_of("莘县"), "shen xian");
    EXPECT_EQ(reading_of("菏泽市单县"), "he ze shi shan xian");
    EXPECT_EQ(reading_of("東阿"), "dong e");
    EXPECT_EQ(reading_of("A1"), "");  // no syllables
}

TEST(ReadingsTest, TheFormIsTakenOffOnceAndNeverAll) {
    EXPECT_EQ(core_of("山东示例食品有限公司"), "山东示例食品");
    EXPECT_EQ(core_of("山东示例（集团）股份有限公司"), "山东示例");
    EXPECT_EQ(core_of("示例中心（有限合伙）"), "示例中心");
    EXPECT_EQ(core_of("有限公司"), "有限公司");
    EXPECT_EQ(core_of("A有限公司"), "a有限公司");
    EXPECT_EQ(core_of("示例"), "示例");
}

}  // namespace
}  // namespace credit::search
