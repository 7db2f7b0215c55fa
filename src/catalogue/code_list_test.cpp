// Spellings that files really hold, and what they mean.

#include "catalogue/code_list.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace credit::catalogue {
namespace {

class CodeListTest : public testing::Test {
protected:
    CodeLists codes_ = CodeLists::load().value();

    std::string code(std::string_view list, std::string_view cell) {
        const auto value = codes_.find(list).value()->parse(cell);
        return value ? value->code : value.error().grounds.front().word;
    }
};

TEST_F(CodeListTest, SubjectCategoryInItsThreeSpellings) {
    const std::vector<std::pair<std::string_view, std::string_view>> cells = {
        {"法人及非法人组织", "organisation"},
        {"1", "organisation"},
        {"02", "organisation"},
        {"03", "organisation"},
        {"自然人", "natural_person"},
        {"2", "natural_person"},
        {"01", "natural_person"},
        {"个体工商户", "individual_business"},
        {"4", "individual_business"},
        {"04", "individual_business"},
    };
    for (const auto& [cell, expected] : cells) {
        EXPECT_EQ(code("subject_category", cell), expected) << cell;
    }
    EXPECT_EQ(code("subject_category", "3"), "catalogue.not_in_code_list");
}

TEST_F(CodeListTest, OriginalIsKept) {
    const auto value = codes_.find("penalty_category").value()->parse(" 吊销执照 ");
    ASSERT_TRUE(value);
    EXPECT_EQ(value->code, "revocation");
    EXPECT_EQ(value->original, "吊销执照");
}

TEST_F(CodeListTest, OtherMustBeWrittenOut) {
    EXPECT_EQ(code("permit_category", "其他"), "catalogue.other_not_written_out");
    EXPECT_EQ(code("permit_category", "其他-"), "catalogue.other_not_written_out");
    const auto value = codes_.find("permit_category").value()->parse("其他－备案");
    ASSERT_TRUE(value);
    EXPECT_EQ(value->code, "other");
    EXPECT_EQ(value->written_out, "备案");
}

TEST_F(CodeListTest, SeveralPenaltiesInOneCell) {
    const auto* list = codes_.find("penalty_category").value();
    const auto values = list->parse_several("警告；罚款;没收违法所得、其他-责令改正");
    ASSERT_TRUE(values);
    ASSERT_EQ(values->size(), 4);
    EXPECT_EQ((*values)[1].code, "fine");
    EXPECT_EQ((*values)[3].written_out, "责令改正");
    EXPECT_FALSE(list->parse_several("警告；游街"));
    EXPECT_FALSE(list->parse_several(" ； "));
}

TEST_F(CodeListTest, EveryPenaltyHasAClassOfPublicity) {
    for (const auto& item : codes_.find("penalty_category").value()->items()) {
        EXPECT_FALSE(item.publicity_class.empty()) << item.code;
    }
    EXPECT_EQ(codes_.find("penalty_category").value()->find("warning")->publicity_class, "minor");
}

TEST_F(CodeListTest, StateAndProcedure) {
    EXPECT_EQ(code("state", "１"), "valid");
    EXPECT_EQ(code("state", "无效"), "invalid");
    EXPECT_EQ(code("procedure_type", "简易程序"), "simple");
    EXPECT_EQ(code("certificate_type", "其他-军官证"), "other");
}

TEST_F(CodeListTest, UnknownListIsNotFound) {
    EXPECT_FALSE(codes_.find("blood_type"));
}

}  // namespace
}  // namespace credit::catalogue
