#include "foundation/text.h"

#include <gtest/gtest.h>

#include <string>

namespace credit::text {
namespace {

TEST(Text, AcceptsOnlyStrictUtf8) {
    EXPECT_TRUE(is_utf8(""));
    EXPECT_TRUE(is_utf8("信用 credit 𬱖"));
    EXPECT_FALSE(is_utf8("\xC0\xAF"));          // overlong
    EXPECT_FALSE(is_utf8("\xE0\x80\xAF"));      // overlong
    EXPECT_FALSE(is_utf8("\xED\xA0\x80"));      // a surrogate
    EXPECT_FALSE(is_utf8("\xF4\x90\x80\x80"));  // beyond U+10FFFF
    EXPECT_FALSE(is_utf8("信\xE7\x94"));        // cut
    EXPECT_FALSE(is_utf8("\x80"));
}

TEST(Text, TakesCharactersAndReplacesBrokenBytesOneByOne) {
    std::string_view text = "a信\xE7\x94";
    EXPECT_EQ(take_character(text), U'a');
    EXPECT_EQ(take_character(text), U'信');
    EXPECT_EQ(take_character(text), replacement);
    EXPECT_EQ(take_character(text), replacement);
    EXPECT_TRUE(text.empty());
    EXPECT_EQ(count_characters("信用a𬱖"), 4U);
}

TEST(Text, TrimsEverySpaceOfUnicode) {
    EXPECT_EQ(trim(" \t\u3000\u00A0\uFEFF信 用\u200B\u2003\r\n"), "信 用");
    EXPECT_EQ(trim("\u3000 \u2060"), "");
    EXPECT_EQ(trim("\x80\x80"), "\x80\x80");
    EXPECT_EQ(without_spaces(" 信\u3000 用\u00A0社\u200D"), "信用社");
}

TEST(Text, NarrowsFullWidthForms) {
    EXPECT_EQ(to_half_width("（９１３７　Ｘ）！～"), "(9137 X)!~");
    EXPECT_EQ(to_half_width("信用ﾊﾞ"), "信用ﾊﾞ");
}

TEST(Text, UnifiesLookAlikes) {
    EXPECT_EQ(unify_look_alikes("⼭东⻄⻰⺠⻛⼈"), "山东西龙民风人");
    EXPECT_EQ(unify_look_alikes("\uF9B4信"), "領信");
    EXPECT_EQ(unify_look_alikes("\uE863\uE855"), "䶮𤇾");
    EXPECT_EQ(unify_look_alikes("⺀⺚信用 A1"), "⺀⺚信用 A1");
}

TEST(Text, NormalisesCompatibility) {
    EXPECT_EQ(nfkc("ＡＢ（㈱）①ﬁ"), "AB((株))1fi");
    EXPECT_EQ(nfkc("e\u0301"), "é");
}

TEST(Text, MeasuresColumns) {
    EXPECT_EQ(display_width("信用 ab"), 7U);
    EXPECT_EQ(display_width("（）"), 4U);
    EXPECT_EQ(display_width("e\u0301\u200B"), 1U);
}

}  // namespace
}  // namespace credit::text
