// An industry's class counts in its days alone, and nothing below a regulation excludes repair.

#include "catalogue/classes/classification.h"

#include <gtest/gtest.h>

#include <chrono>
#include <string>
#include <vector>

#include "law/library.h"
#include "law/toml_reader.h"

namespace credit::catalogue {
namespace {

using namespace std::chrono_literals;

const law::Library& library() {
    static const law::Library loaded = law::Library::load().value();
    return loaded;
}

Result<Classification> read(std::string_view text) {
    return Classification::read(law::parse_toml("test.toml", text).value(), library());
}

std::string exclusion_by(std::string_view instrument) {
    return "[[exclusion]]\nitem = \"record\"\nid = \"penalty\"\nzh = \"例\"\nen = \"case\"\n"
           "article_status = \"unknown\"\ninstrument = \"" +
           std::string(instrument) + "\"\n";
}

TEST(Classification, RowCountsInItsDaysAndForItsFunction) {
    const auto classes = Classification::load(library()).value();
    const std::vector<std::string> safety{"emergency_management"};
    const std::vector<std::string> tax{"tax"};
    EXPECT_EQ(classes.find_class(safety, "fine", 2023y / 4 / 30), nullptr);
    ASSERT_NE(classes.find_class(safety, "fine", 2023y / 5 / 1), nullptr);
    EXPECT_EQ(classes.find_class(safety, "fine", 2023y / 5 / 1)->publicity_class, "serious");
    EXPECT_NE(classes.find_class(safety, "fine", 2026y / 3 / 31), nullptr);
    EXPECT_EQ(classes.find_class(safety, "fine", 2026y / 4 / 1), nullptr);
    EXPECT_EQ(classes.find_class(safety, "warning", 2023y / 5 / 1), nullptr);
    EXPECT_EQ(classes.find_class(tax, "fine", 2023y / 5 / 1), nullptr);
}

TEST(Classification, NothingIsExcludedByDefault) {
    const auto classes = Classification::load(library()).value();
    EXPECT_EQ(classes.find_exclusion("record", "penalty", 2026y / 11 / 23), nullptr);
}

TEST(Classification, RegulationExcludesAndRuleDoesNot) {
    const auto by_law = read(exclusion_by("work-safety-law-2021"));
    ASSERT_TRUE(by_law.has_value());
    EXPECT_NE(by_law->find_exclusion("record", "penalty", 2026y / 11 / 23), nullptr);
    EXPECT_EQ(by_law->find_exclusion("listing", "penalty", 2026y / 11 / 23), nullptr);
    EXPECT_FALSE(read(exclusion_by("credit-repair-measures-2025")).has_value());
    EXPECT_FALSE(read(exclusion_by("no-such-law")).has_value());
}

TEST(Classification, UnknownClassStopsTheStart) {
    EXPECT_FALSE(read("[[classification]]\nfunction = \"tax\"\npenalties = [\"fine\"]\n"
                      "class = \"terrible\"\ninstrument = \"work-safety-law-2021\"\n"
                      "article_status = \"unknown\"\n")
                     .has_value());
}

}  // namespace
}  // namespace credit::catalogue
