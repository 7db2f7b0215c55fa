// Every notice that an act owes has its kind and its sentence.

#include "desk/effects.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "law/library.h"
#include "notices/notice_kind.h"
#include "words/catalogue.h"

namespace credit::desk {
namespace {

TEST(Effects, AreSortedByKind) {
    EXPECT_TRUE(std::ranges::is_sorted(effects(), {}, &Effect::kind));
}

TEST(Effects, OweNoticesThatCanBeTold) {
    const auto library = law::Library::load();
    ASSERT_TRUE(library.has_value());
    const auto words = words::Catalogue::load(*library);
    ASSERT_TRUE(words.has_value());
    for (const auto& effect : effects()) {
        if (effect.notice.empty()) continue;
        EXPECT_EQ(notices::kind_of(effect.notice).word, effect.notice);
        EXPECT_NE(words->find(effect.notice), nullptr) << effect.notice;
    }
}

TEST(Effects, UseEveryKindOfNotice) {
    for (const auto& kind : notices::notice_kinds()) {
        EXPECT_TRUE(std::ranges::any_of(effects(), [&](const Effect& effect) {
            return effect.notice == kind.word;
        })) << kind.word;
    }
}

}  // namespace
}  // namespace credit::desk
