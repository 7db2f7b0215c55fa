// The text in which a look-up record keeps what was shown, read back.

#include "lookups/shown.h"

#include <gtest/gtest.h>

#include <string>

namespace credit::lookups {
namespace {

TEST(Shown, KeepsWhatHasToBeAnsweredForApart) {
    std::string text;
    append_shown(text, {.id = "01A-1", .to_answer_for = true});
    append_shown(text, {.id = "01B-1"});
    append_shown(text, {.id = "01C-1", .to_answer_for = true});
    const auto ids = shown_in(text);
    ASSERT_EQ(ids.size(), 3U);
    EXPECT_EQ(ids[0].id, "01A-1");
    EXPECT_TRUE(ids[0].to_answer_for);
    EXPECT_EQ(ids[1].id, "01B-1");
    EXPECT_FALSE(ids[1].to_answer_for);
    EXPECT_TRUE(ids[2].to_answer_for);
    EXPECT_TRUE(any_to_answer_for(text));
}

TEST(Shown, OwesNothingForWhatWasOnlyShown) {
    EXPECT_FALSE(any_to_answer_for("01A-1 01B-1"));
    EXPECT_EQ(shown_in("01A-1 01B-1").size(), 2U);
}

TEST(Shown, IsNothingWhereNothingWasFound) {
    EXPECT_TRUE(shown_in(nothing_shown).empty());
    EXPECT_TRUE(shown_in("").empty());
    EXPECT_FALSE(any_to_answer_for(nothing_shown));
}

}  // namespace
}  // namespace credit::lookups
