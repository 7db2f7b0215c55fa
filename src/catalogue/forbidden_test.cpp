// What cannot be collected, and what is sealed: by words, with the boundary day.

#include "catalogue/forbidden.h"

#include <gtest/gtest.h>

#include "foundation/clock.h"

namespace credit::catalogue {
namespace {

using namespace std::chrono_literals;

class ForbiddenTest : public testing::Test {
protected:
    Forbidden forbidden_ = Forbidden::load().value();
};

TEST_F(ForbiddenTest, SpacesWidthAndCaseDoNotHideAWord) {
    for (const auto* header : {"血 型", "Blood-Type", "ＢＬＯＯＤ ＴＹＰＥ", "本人血型（必填）"}) {
        const auto* matter = forbidden_.find_in_column(header, false);
        ASSERT_NE(matter, nullptr) << header;
        EXPECT_EQ(matter->id, "blood_type");
        EXPECT_EQ(matter->basis.to_text(), "sd-social-credit-regulation-2020 art. 42");
    }
}

TEST_F(ForbiddenTest, EnglishWordsAreFoundWholeOnly) {
    EXPECT_EQ(forbidden_.find_in_column("surface", true), nullptr);
    EXPECT_EQ(forbidden_.find_in_column("generation", true), nullptr);
    EXPECT_NE(forbidden_.find_in_column("face", true), nullptr);
}

TEST_F(ForbiddenTest, NothingRestsOnSpeechBeliefPetitionOrAssembly) {
    for (const auto* name :
         {"信访人名单", "网络言论", "religious activity", "集会游行", "闯红灯行为"}) {
        EXPECT_NE(forbidden_.find_in_name(name), nullptr) << name;
    }
    EXPECT_EQ(forbidden_.find_in_name("行政处罚"), nullptr);
}

TEST_F(ForbiddenTest, PublicSecurityPunishmentsAreSealedFrom2026) {
    const auto* basis = "《中华人民共和国治安管理处罚法》第二十六条第一款";
    EXPECT_EQ(forbidden_.find_sealed(basis, Date{2025y / 12 / 31}), nullptr);
    ASSERT_NE(forbidden_.find_sealed(basis, Date{2026y / 1 / 1}), nullptr);
    EXPECT_EQ(forbidden_.find_sealed("《食品安全法》第一百三十五条", Date{2026y / 1 / 1}), nullptr);
}

}  // namespace
}  // namespace credit::catalogue
