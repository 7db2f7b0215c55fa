// What binds at a counter: standard and matter both name it, its conduct agrees, it is in force.

#include "catalogue/duties/matter.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <string>
#include <string_view>
#include <vector>

#include "catalogue/catalogue.h"
#include "catalogue/duties/list_standard.h"
#include "catalogue/duties/measure.h"
#include "catalogue/duties/purpose.h"
#include "law/library.h"
#include "law/toml_reader.h"

namespace credit::catalogue {
namespace {

using namespace std::chrono_literals;

constexpr Date today{2026y / 11 / 23};

struct Shipped {
    law::Library library = law::Library::load().value();
    Measures measures = Measures::load(library).value();
    ListStandards standards = ListStandards::load(library).value();
    Matters matters = Matters::load(measures).value();
    Purposes purposes = Purposes::load().value();
};

const Shipped& shipped() {
    static const Shipped loaded;
    return loaded;
}

std::vector<std::string> at(std::string_view matter, std::string_view standard,
                            SubjectCategory category, Date day = today) {
    std::vector<std::string> ids;
    const auto& all = shipped();
    for (const Measure* measure : measures_at(all.measures, *all.matters.find(matter),
                                              *all.standards.find(standard), category, day)) {
        ids.push_back(measure->id);
    }
    return ids;
}

using Ids = std::vector<std::string>;

TEST(Matters, TellWhatAListingMeansThere) {
    EXPECT_EQ(at("inspection_planning", "samr_serious", SubjectCategory::Organisation),
              Ids{"S04-B4"});
    EXPECT_EQ(at("tender", "wage_arrears", SubjectCategory::Organisation),
              (Ids{"M092-A1", "S03-B"}));
    EXPECT_EQ(at("government_procurement", "procurement_violations", SubjectCategory::Organisation),
              (Ids{"M007-A1", "S03-B"}));
    EXPECT_EQ(at("payment_account", "telecom_fraud", SubjectCategory::NaturalPerson), Ids{});
    EXPECT_EQ(at("loan", "samr_serious", SubjectCategory::Organisation), Ids{"S07-C2"});
    EXPECT_EQ(at("inspection_planning", "tax_grade_a", SubjectCategory::Organisation), Ids{"I05"});
}

TEST(Matters, BindNoPersonByAListing) {
    // A listed person's recruitment, tickets and posts wait for an order that names it.
    EXPECT_EQ(at("civil_servant_recruitment", "court_defaulter", SubjectCategory::NaturalPerson),
              Ids{});
    EXPECT_EQ(at("air_and_rail_tickets", "wage_arrears", SubjectCategory::NaturalPerson), Ids{});
    EXPECT_EQ(at("honours", "court_defaulter", SubjectCategory::NaturalPerson),
              (Ids{"S02-B2", "S06-B2"}));
    const auto& all = shipped();
    EXPECT_TRUE(
        binds_at(*all.matters.find("civil_servant_recruitment"), *all.measures.find("M011-A2")));
    EXPECT_FALSE(binds_at(*all.matters.find("food_permit"), *all.measures.find("M011-A2")));
}

TEST(Matters, TellNothingWhileTheStandardIsNotInForce) {
    EXPECT_EQ(at("inspection_planning", "samr_serious", SubjectCategory::Organisation,
                 Date{2021y / 8 / 31}),
              Ids{});
    EXPECT_EQ(at("inspection_planning", "samr_serious", SubjectCategory::Organisation,
                 Date{2021y / 9 / 1}),
              Ids{"S04-B4"});
}

TEST(Matters, ArePlentyAndNameKnownPurposes) {
    const auto& all = shipped();
    EXPECT_GE(all.matters.all().size(), 40U);
    for (const auto& matter : all.matters.all()) {
        EXPECT_FALSE(matter.purposes.empty()) << matter.id;
        EXPECT_FALSE(matter.functions.empty()) << matter.id;
        EXPECT_NE(all.library.instrument(matter.basis.instrument), nullptr) << matter.id;
        for (const auto& purpose : matter.purposes) {
            EXPECT_NE(all.purposes.find(purpose), nullptr) << matter.id << " " << purpose;
        }
    }
    EXPECT_EQ(all.matters.find("no_such_matter"), nullptr);
}

// Bodies that are no authority of their own, or any of many.
bool generic(std::string_view function) {
    constexpr std::array<std::string_view, 5> bodies{"all_departments", "permit_authority",
                                                     "purchaser", "honours_body",
                                                     "financial_institution"};
    return std::ranges::find(bodies, function) != bodies.end();
}

TEST(Matters, AndAllElseNameFunctionsThatAuthoritiesHave) {
    const auto catalogue = Catalogue::load(shipped().library);
    ASSERT_TRUE(catalogue.has_value());
    const auto held = [&](const std::string& function) {
        return generic(function) ||
               std::ranges::any_of(catalogue->authorities.all(), [&](const Authority& authority) {
                   return authority.has_function(function);
               });
    };
    for (const auto& each : catalogue->measures.all()) {
        for (const auto& one : each.implementers) EXPECT_TRUE(held(one)) << each.id << " " << one;
    }
    for (const auto& each : catalogue->standards.all()) {
        for (const auto& one : each.functions) EXPECT_TRUE(held(one)) << each.id << " " << one;
    }
    for (const auto& each : catalogue->matters.all()) {
        for (const auto& one : each.functions) EXPECT_TRUE(held(one)) << each.id << " " << one;
    }
    for (const auto& each : catalogue->purposes.all()) {
        for (const auto& one : each.functions) EXPECT_TRUE(held(one)) << each.id << " " << one;
    }
}

TEST(Matters, RefuseMeasuresThatDoNotExistOrOnlyRecord) {
    for (const auto* id : {"M068-A1", "M040-P", "I01"}) {
        const std::string text = "[[matter]]\nid = \"t\"\nzh = \"t\"\nen = \"t\"\nmeasures = [\"" +
                                 std::string(id) +
                                 "\"]\ninstrument = \"sd-social-credit-regulation-2020\"\n";
        const auto file = law::parse_toml("test.toml", text);
        Matters matters;
        const auto defined = matters.define(*file, shipped().measures);
        ASSERT_FALSE(defined.has_value()) << id;
        EXPECT_EQ(defined.error().grounds.front().word, "catalogue.unknown_measure");
    }
}

std::vector<std::string> words(std::string_view purpose, std::string_view ground,
                               std::string_view role, Date day = today) {
    std::vector<std::string> words;
    for (const auto& each : shipped().purposes.refusals(purpose, ground, role, day)) {
        words.push_back(each.word);
    }
    return words;
}

TEST(Purposes, TakeOnlyTheirGroundsAndRoles) {
    EXPECT_EQ(words("approval", "sd_regulation_22", "approval_system"), Ids{});
    EXPECT_EQ(words("curiosity", "sd_regulation_22", "clerk"), Ids{"catalogue.unknown_purpose"});
    EXPECT_EQ(words("approval", "interest", "clerk"), Ids{"catalogue.unknown_ground"});
    EXPECT_EQ(words("approval", "subject_consent", "clerk"),
              Ids{"catalogue.ground_not_for_purpose"});
    EXPECT_EQ(words("approval", "sd_regulation_22", "bank"), Ids{"catalogue.purpose_not_for_role"});
    EXPECT_EQ(words("finance_with_consent", "subject_consent", "bank"), Ids{});
}

TEST(Purposes, TakeAGroundFromItsFirstDay) {
    EXPECT_EQ(words("approval", "sd_regulation_22", "clerk", Date{2020y / 9 / 30}),
              Ids{"catalogue.ground_not_in_force"});
    EXPECT_EQ(words("approval", "sd_regulation_22", "clerk", Date{2020y / 10 / 1}), Ids{});
}

TEST(Purposes, RestOnInstrumentsThatStandInLaw) {
    for (const auto& ground : shipped().purposes.grounds()) {
        EXPECT_NE(shipped().library.instrument(ground.basis.instrument), nullptr) << ground.id;
    }
}

}  // namespace
}  // namespace credit::catalogue
