// The list standards as shipped, and what their loader refuses.

#include "catalogue/duties/list_standard.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "catalogue/duties/measure.h"
#include "law/library.h"
#include "law/toml_reader.h"

namespace credit::catalogue {
namespace {

using namespace std::chrono_literals;

constexpr Date today{2026y / 11 / 23};

const law::Library& library() {
    static const law::Library loaded = law::Library::load().value();
    return loaded;
}

const ListStandards& shipped() {
    static const ListStandards loaded = ListStandards::load(library()).value();
    return loaded;
}

const ListStandard& standard(std::string_view id) {
    const ListStandard* found = shipped().find(id);
    EXPECT_NE(found, nullptr) << id;
    return *found;
}

bool has(const ListStandard& standard, Gap gap) {
    const auto gaps = standard.gaps(today);
    return std::ranges::find(gaps, gap) != gaps.end();
}

TEST(ListStandards, WithAnEstablishedBasisAreInForce) {
    std::set<std::string> in_force;
    for (const auto& each : shipped().all()) {
        if (each.in_force(today)) in_force.insert(each.id);
    }
    EXPECT_EQ(in_force, (std::set<std::string>{
                            "court_defaulter", "samr_serious", "major_tax_dishonesty",
                            "wage_arrears", "work_safety_serious", "procurement_violations",
                            "defence_duty", "research_integrity", "telecom_fraud", "tax_grade_a",
                            "customs_certified", "young_volunteers", "sd_integrity_models"}));
}

TEST(ListStandards, WithoutAreHistoryWithTheirReason) {
    EXPECT_TRUE(has(standard("rail_travel"), Gap::BasisLevel));
    EXPECT_TRUE(has(standard("air_travel"), Gap::BasisLevel));
    EXPECT_TRUE(has(standard("road_water_transport"), Gap::BasisMissing));
    EXPECT_TRUE(has(standard("statistics_dishonesty"), Gap::OutsideDomains));
    EXPECT_TRUE(has(standard("social_insurance"), Gap::BasisLevel));
    EXPECT_TRUE(has(standard("culture_tourism"), Gap::BasisUnknown));
    EXPECT_TRUE(has(standard("sme_payments"), Gap::ElementMissing));
    EXPECT_TRUE(has(standard("work_safety_honest"), Gap::MemorandumOnly));
}

TEST(ListStandards, BeginOnTheDayOfTheirText) {
    EXPECT_FALSE(shipped().in_force("samr_serious", Date{2021y / 8 / 31}));
    EXPECT_TRUE(shipped().in_force("samr_serious", Date{2021y / 9 / 1}));
    EXPECT_FALSE(shipped().in_force("wage_arrears", Date{2021y / 12 / 31}));
    EXPECT_TRUE(shipped().in_force("wage_arrears", Date{2022y / 1 / 1}));
    EXPECT_FALSE(shipped().in_force("work_safety_serious", Date{2023y / 9 / 30}));
    EXPECT_TRUE(shipped().in_force("work_safety_serious", Date{2023y / 10 / 1}));
    EXPECT_FALSE(shipped().in_force("no_such_list", today));
}

TEST(ListStandards, GiveEachGroundAnEnd) {
    const auto& courts = standard("court_defaulter");
    const auto* able = courts.find_ground("1");
    ASSERT_NE(able, nullptr);
    EXPECT_EQ(able->finding, "ability_to_perform");
    EXPECT_EQ(courts.term_of(*able)->kind, TermKind::Until);
    EXPECT_TRUE(courts.term_of(*able)->review.has_value());
    const auto* hiding = courts.find_ground("3");
    ASSERT_NE(hiding, nullptr);
    EXPECT_EQ(courts.term_of(*hiding)->shortest,
              (calendar::Period{.amount = 2, .unit = calendar::Unit::Years}));
    EXPECT_EQ(courts.find_ground("7"), nullptr);
    for (const auto& each : shipped().all()) {
        if (!each.in_force(today)) continue;
        for (const auto& ground : each.grounds) EXPECT_NE(each.term_of(ground), nullptr);
        EXPECT_TRUE(each.missing_elements().empty()) << each.id;
        // Decision 0104: a window of no length is no window.
        if (each.notice.required) {
            EXPECT_GT(each.notice.window.amount, 0) << each.id;
        }
    }
}

TEST(ListStandards, OpenPersonsOnlyOnANationalRule) {
    for (const auto& each : shipped().all()) {
        const auto* person = each.publicity_for(SubjectCategory::NaturalPerson);
        if (person == nullptr || person->range != PublicityRange::Public) continue;
        EXPECT_EQ(each.id, "court_defaulter");
        for (const auto& field : person->fields) EXPECT_EQ(field.find("identifier"), field.npos);
    }
}

TEST(ListStandards, LeadOnlyToMeasuresThatFollowAListing) {
    const auto measures = Measures::load(library());
    ASSERT_TRUE(measures.has_value());
    for (const auto& each : shipped().all()) {
        for (const auto& id : each.measures) {
            const Measure* measure = measures->find(id);
            ASSERT_NE(measure, nullptr) << each.id << " " << id;
            EXPECT_EQ(measure->follows, Follows::Listing) << each.id << " " << id;
            EXPECT_TRUE(std::ranges::any_of(
                            each.domains,
                            [measure](Domain domain) { return measure->may_follow(domain); }) ||
                        !each.in_force(today) || !measure->in_force(today))
                << each.id << " " << id << ": conduct of another domain";
            EXPECT_EQ(measure->group == MeasureGroup::Incentive, each.colour == Colour::Red) << id;
        }
    }
}

std::string fault(std::string_view more) {
    std::string text = R"([[standard]]
id = "t"
title_zh = "试"
title_en = "test"
colour = "black"
domains = ["tax"]
functions = ["tax"]
lowest_level = "county"
basis = [{ instrument = "tax-dishonesty-measures-2021", status = "reported" }]
)";
    text += more;
    const auto file = law::parse_toml("test.toml", text);
    ListStandards standards;
    const auto defined = standards.define(*file, library());
    return defined ? "" : defined.error().grounds.front().word;
}

TEST(ListStandards, RefuseWhatLawDoesNotKnow) {
    EXPECT_EQ(fault(""), "");
    EXPECT_EQ(fault("subjects = [\"minor\"]\n"), "catalogue.unknown_subject_category");
    EXPECT_EQ(fault("publicity = [{ subject = \"natural_person\", range = \"public\" }]\n"),
              "catalogue.person_public_without_basis");
    EXPECT_EQ(fault("term = { kind = \"until\" }\n"), "catalogue.term_incomplete");
    EXPECT_EQ(fault("points = 3\n"), "law.toml_unknown");
}

}  // namespace
}  // namespace credit::catalogue
