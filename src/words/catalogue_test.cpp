#include "words/catalogue.h"

#include <gtest/gtest.h>

#include <string_view>

#include "foundation/result.h"
#include "law/library.h"
#include "law/toml_reader.h"
#include "words/sentence.h"

namespace credit::words {
namespace {

const law::Library& library() {
    static const law::Library loaded = law::Library::load().value();
    return loaded;
}

const Catalogue& catalogue() {
    static const Catalogue loaded = Catalogue::load(library()).value();
    return loaded;
}

Result<Sentence> read(std::string_view toml) {
    const auto table = law::parse_toml("words/x.toml", toml).value();
    return read_sentence("x.y", table);
}

TEST(Words, AreSaidInBothLanguages) {
    const Ground ground{.word = "json.missing", .arguments = {"subject"}};
    const auto zh = catalogue().tell(ground, Language::Chinese);
    EXPECT_EQ(zh.what, "缺少“subject”");
    EXPECT_EQ(zh.next, "请补充后重新发送");
    EXPECT_EQ(zh.citation, "");
    EXPECT_EQ(catalogue().tell(ground, Language::English).what, "“subject” is missing");
}

TEST(Words, StatesAndRolesAreToldInTheLanguage) {
    const Ground state{.word = "lists.out_of_order", .arguments = {"in_force"}};
    EXPECT_TRUE(catalogue().tell(state, Language::Chinese).what.contains("“生效中”"));
    EXPECT_TRUE(catalogue().tell(state, Language::English).what.contains("“in force”"));
    const Ground roles{.word = "access.role", .arguments = {"clerk, officer"}};
    EXPECT_TRUE(catalogue().tell(roles, Language::Chinese).what.ends_with("经办人、审批人"));
    const Ground other{.word = "lists.out_of_order", .arguments = {"in_force, nowhere"}};
    EXPECT_TRUE(catalogue().tell(other, Language::Chinese).what.contains("“in_force, nowhere”"));
}

TEST(Words, AnUnknownOneShowsItsId) {
    const auto told = catalogue().tell({.word = "no.such", .arguments = {"a"}}, Language::English);
    EXPECT_EQ(told.what, "no.such a");
    EXPECT_EQ(catalogue().find("no.such"), nullptr);
}

TEST(Words, EveryArticleCitedNamesAnInstrument) {
    for (const auto& [id, sentence] : catalogue().all()) {
        const auto& cited = sentence.citation.instrument;
        EXPECT_TRUE(cited.empty() || library().instrument(cited) != nullptr) << id << " " << cited;
    }
}

TEST(Words, GapsAreFilledAndOtherBracesKept) {
    EXPECT_EQ(fill("{1} 和 {0}", {"a", "b"}), "b 和 a");
    EXPECT_EQ(fill("{0} {2} {x} {", {"{1}", "b"}), "{1} {2} {x} {");
}

TEST(Words, BothLanguagesHaveTheSameGaps) {
    EXPECT_TRUE(read("zh = '{0}'\nen = '{0}'\nnext_zh = 'a'\nnext_en = 'b'\n"));
    EXPECT_EQ(
        read("zh = '{0}'\nen = 'x'\nnext_zh = 'a'\nnext_en = 'b'\n").error().grounds.front().word,
        "words.strange_gap");
    EXPECT_EQ(read("zh = 'x'\nen = 'x'\nnext_zh = 'a'\n").error().grounds.front().word,
              "law.toml_missing");
}

}  // namespace
}  // namespace credit::words
