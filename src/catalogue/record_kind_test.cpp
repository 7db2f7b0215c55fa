// What may be filed and when: kinds with their days, and definitions that cannot be made.

#include "catalogue/record_kind.h"

#include <gtest/gtest.h>

#include <array>
#include <string>
#include <string_view>

#include "catalogue/code_list.h"
#include "catalogue/column.h"
#include "catalogue/forbidden.h"
#include "foundation/clock.h"
#include "law/toml_reader.h"

namespace credit::catalogue {
namespace {

using namespace std::chrono_literals;

class RecordKindTest : public testing::Test {
protected:
    CodeLists codes_ = CodeLists::load().value();
    Forbidden forbidden_ = Forbidden::load().value();
    RecordKinds kinds_ = RecordKinds::load(codes_, forbidden_).value();

    // A small kind that may exist, with what a test adds to it.
    Result<void> define(std::string_view id, std::string_view subjects, std::string_view column) {
        std::string text = "id = \"" + std::string(id) + R"("
version = "v1"
zh = "试验"
en = "trial"
basis = { instrument = "sd-social-credit-regulation-2020", article = "10" }
timeliness = "publicity.deadline"
signature = ["T_MC", "T_WSH"]
subjects = [)" + std::string(subjects) +
                           "]\n";
        for (const std::string_view subject : {"organisation", "natural_person"}) {
            if (!subjects.contains(subject)) continue;
            text += "[[publicity]]\nsubject = \"" + std::string(subject) +
                    "\"\nmode = \"closed\"\ninstrument = \"sd-social-credit-regulation-2020\"\n";
        }
        text += R"(
[[column]]
code = "T_MC"
headers = ["名称"]
role = "subject_name"
[[column]]
code = "T_WSH"
headers = ["文号"]
role = "document_number"
[[column]]
code = "T_RQ"
headers = ["日期"]
type = "date"
role = "decided_on"
[[column]]
code = "T_JG"
headers = ["机关"]
role = "authority_name"
)";
        text += column;
        const auto table = law::parse_toml("law/kinds/trial.toml", text).value();
        RecordKinds kinds;
        return kinds.define(table, codes_, forbidden_);
    }
};

std::string word_of(const Result<void>& outcome) {
    return outcome ? "" : outcome.error().grounds.front().word;
}

std::string column_named(std::string_view header) {
    return "[[column]]\ncode = \"T_X\"\nheaders = [\"" + std::string(header) + "\"]\n";
}

TEST_F(RecordKindTest, HoldsEveryKindOfTheRegister) {
    constexpr std::array ids = {"registration",       "permit",     "penalty",
                                "court_defaulter",    "commitment", "honour",
                                "abnormal_operation", "evaluation", "serious_dishonesty",
                                "sector_reference"};
    for (const auto* id : ids) EXPECT_TRUE(kinds_.find(id, Date{2026y / 11 / 23})) << id;
    EXPECT_EQ(kinds_.all().size(), ids.size() + 2);  // permit and penalty have two versions
}

TEST_F(RecordKindTest, IsNotInForceBeforeItsFirstDay) {
    const auto before = kinds_.find("permit", Date{2018y / 3 / 31});
    ASSERT_FALSE(before);
    EXPECT_EQ(before.error().code, ErrorCode::Refused);
    EXPECT_EQ(before.error().grounds.front().word, "catalogue.kind_not_in_force");
    EXPECT_EQ(kinds_.find("permit", Date{2018y / 4 / 1}).value()->version, "v1");
}

TEST_F(RecordKindTest, TheNewestVersionInForceIsTaken) {
    EXPECT_EQ(kinds_.find("penalty", Date{2018y / 11 / 30}).value()->version, "v1");
    EXPECT_EQ(kinds_.find("penalty", Date{2018y / 12 / 1}).value()->version, "v2");
}

TEST_F(RecordKindTest, EvaluationBeginsWithTheBaseCatalogue) {
    EXPECT_FALSE(kinds_.find("evaluation", Date{2021y / 12 / 15}));
    EXPECT_TRUE(kinds_.find("evaluation", Date{2021y / 12 / 16}));
}

TEST_F(RecordKindTest, UnknownKindIsNotFound) {
    const auto unknown = kinds_.find("petition", Date{2026y / 1 / 1});
    ASSERT_FALSE(unknown);
    EXPECT_EQ(unknown.error().code, ErrorCode::NotFound);
}

TEST_F(RecordKindTest, EvaluationIsOfOrganisationsOnly) {
    const auto* evaluation = kinds_.find_version("evaluation", "v1").value();
    EXPECT_TRUE(evaluation->admits(SubjectCategory::Organisation));
    EXPECT_FALSE(evaluation->admits(SubjectCategory::IndividualBusiness));
    EXPECT_FALSE(evaluation->admits(SubjectCategory::NaturalPerson));
}

TEST_F(RecordKindTest, OnlyTheCourtsRuleOpensNaturalPersons) {
    for (const auto& kind : kinds_.all()) {
        const auto* rule = kind.publicity_for(SubjectCategory::NaturalPerson);
        if (rule == nullptr) continue;
        const bool open = rule->mode != PublicityMode::Closed;
        EXPECT_EQ(open, kind.id == "court_defaulter") << kind.id;
    }
}

TEST_F(RecordKindTest, NumbersOfPersonsAreNeverShown) {
    for (const auto& kind : kinds_.all()) {
        for (const auto& column : kind.columns) {
            const bool number = column.role == ColumnRole::PersonDocumentNumber ||
                                column.role == ColumnRole::RepresentativeDocumentNumber ||
                                column.role == ColumnRole::BirthDate;
            if (!number) continue;
            EXPECT_EQ(column.visibility, Visibility::Never) << column.code;
        }
    }
}

TEST_F(RecordKindTest, FirstTableHasTheRepresentativesNumberAndNoCategory) {
    const auto* first = kinds_.find_version("penalty", "v1").value();
    const auto* second = kinds_.find_version("penalty", "v2").value();
    EXPECT_NE(first->find_column("CF_FR_SFZH"), nullptr);
    EXPECT_EQ(first->find_role(ColumnRole::SubjectCategory), nullptr);
    EXPECT_EQ(second->find_column("CF_FR_SFZH"), nullptr);
    EXPECT_NE(second->find_role(ColumnRole::SubjectCategory), nullptr);
}

TEST_F(RecordKindTest, FineIsMandatoryWhenTheCategoryHoldsOne) {
    const auto* penalty = kinds_.find_version("penalty", "v2").value();
    const auto* fine = penalty->find_role(ColumnRole::Amount);
    EXPECT_EQ(fine->presence, Presence::Conditional);
    EXPECT_EQ(fine->condition->column, "CF_CFLB");
    EXPECT_EQ(fine->condition->values, std::vector<std::string>{"fine"});
    EXPECT_EQ(fine->decimals, 6);
}

TEST_F(RecordKindTest, MarketSupervisionHasItsOwnClock) {
    const auto* penalty = kinds_.find_version("penalty", "v2").value();
    const std::vector<std::string> market = {"quality", "market_supervision"};
    const std::vector<std::string> housing = {"housing"};
    EXPECT_EQ(penalty->timeliness_for(market), "publicity.deadline.market_supervision");
    EXPECT_EQ(penalty->timeliness_for(housing), "publicity.deadline");
}

TEST_F(RecordKindTest, ListingFromElsewhereNamesItsElements) {
    const auto* defaulter = kinds_.find_version("court_defaulter", "v1").value();
    EXPECT_TRUE(defaulter->listing);
    EXPECT_EQ(defaulter->filed_by, std::vector<std::string>{"courts"});
    EXPECT_EQ(defaulter->reference_unless.size(), 7);
    const std::vector<std::string> notice = {"SX_GZRQ", "SX_GZHM"};
    EXPECT_EQ(defaulter->reference_unless[3], notice);
}

TEST_F(RecordKindTest, SmallKindCanBeDefined) {
    EXPECT_EQ(word_of(define("trial", "\"organisation\"", "")), "");
}

TEST_F(RecordKindTest, ForbiddenColumnCannotBeDefined) {
    for (const std::string_view header :
         {"宗教信仰", "基因", "指纹", "血型", "疾病史", "家庭住址", "政治面貌", "手机号码",
          "blood type", "Home_Address", "照片"}) {
        const auto outcome = define("trial", "\"organisation\"", column_named(header));
        ASSERT_FALSE(outcome) << header;
        EXPECT_EQ(outcome.error().code, ErrorCode::Refused);
        EXPECT_EQ(word_of(outcome), "catalogue.column_forbidden") << header;
        EXPECT_EQ(outcome.error().grounds.front().pointer, "T_X");
        EXPECT_TRUE(outcome.error().grounds.front().arguments[1].contains(" art. ")) << header;
    }
}

TEST_F(RecordKindTest, ScoreAndIncomeOfPersonsCannotBeDefined) {
    for (const std::string_view header : {"信用分", "排名", "收入", "不动产", "score"}) {
        const auto of_person = define("trial", "\"natural_person\"", column_named(header));
        EXPECT_EQ(word_of(of_person), "catalogue.column_forbidden") << header;
        const auto of_company = define("trial", "\"organisation\"", column_named(header));
        EXPECT_EQ(word_of(of_company), "") << header;
    }
}

TEST_F(RecordKindTest, ForbiddenKindCannotBeDefined) {
    for (const std::string_view id : {"petition", "religious", "blood_donation", "jaywalking",
                                      "speech", "信访记录", "个人信用分"}) {
        EXPECT_EQ(word_of(define(id, "\"organisation\"", "")), "catalogue.kind_forbidden") << id;
    }
}

TEST_F(RecordKindTest, DefinitionByHalvesIsRefused) {
    EXPECT_EQ(word_of(define("trial", "", "")), "catalogue.kind_incomplete");
    EXPECT_EQ(word_of(define("trial", "\"organisation\"",
                             "[[column]]\ncode = \"T_X\"\nheaders = [\"类\"]\ntype = \"code\"\n")),
              "catalogue.column_incomplete");
    EXPECT_EQ(word_of(define("trial", "\"organisation\"",
                             "[[column]]\ncode = \"T_X\"\nheaders = [\"类\"]\ntype = \"code\"\n"
                             "code_list = \"none\"\n")),
              "catalogue.kind_incomplete");
    EXPECT_EQ(word_of(define("trial", "\"organisation\"", column_named("文号"))),
              "catalogue.kind_incomplete");  // a second column of that name
    EXPECT_EQ(
        word_of(define("trial", "\"organisation\"", column_named("名") + "colour = \"red\"\n")),
        "law.toml_unknown");
}

}  // namespace
}  // namespace credit::catalogue
