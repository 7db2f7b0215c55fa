#include "law/citation.h"

#include <gtest/gtest.h>

#include "law/instrument.h"

namespace credit::law {
namespace {

TEST(Citation, NumbersAreWrittenAsLawsWriteThem) {
    EXPECT_EQ(number_in_chinese(1), "一");
    EXPECT_EQ(number_in_chinese(10), "十");
    EXPECT_EQ(number_in_chinese(15), "十五");
    EXPECT_EQ(number_in_chinese(20), "二十");
    EXPECT_EQ(number_in_chinese(39), "三十九");
    EXPECT_EQ(number_in_chinese(101), "一百零一");
    EXPECT_EQ(number_in_chinese(115), "一百一十五");
    EXPECT_EQ(number_in_chinese(1030), "一千零三十");
    EXPECT_EQ(number_in_chinese(1001), "一千零一");
}

TEST(Citation, ArticlesItemsListsAndRuns) {
    EXPECT_EQ(article_in_chinese("39", Level::Law), "第三十九条");
    EXPECT_EQ(article_in_chinese("30(6)", Level::LocalRegulation), "第三十条第（六）项");
    EXPECT_EQ(article_in_chinese("48, 85", Level::Law), "第四十八条、第八十五条");
    EXPECT_EQ(article_in_chinese("116-118", Level::Law), "第一百一十六条至第一百一十八条");
    EXPECT_EQ(article_in_chinese("20", Level::ProvincialPolicy), "第20项");
    EXPECT_EQ(article_in_chinese("附件1", Level::Normative), "附件1");
    EXPECT_EQ(article_in_chinese("5.1", Level::Standard), "5.1");
    EXPECT_EQ(article_in_chinese("", Level::Law), "");
}

TEST(Citation, IsReadAndWrittenAsCodeCitesIt) {
    const auto citation = parse_citation("civil-code-2020 art. 202");
    EXPECT_EQ(citation.instrument, "civil-code-2020");
    EXPECT_EQ(citation.article, "202");
    EXPECT_EQ(to_text(citation), "civil-code-2020 art. 202");
    EXPECT_EQ(parse_citation("gb-32100-2015").article, "");
    EXPECT_EQ(to_text(parse_citation("gb-32100-2015")), "gb-32100-2015");
}

}  // namespace
}  // namespace credit::law
