// A row is as its amendments say, day by day, and as law/ says on all others.

#include "catalogue/amended/amended_row.h"

#include <gtest/gtest.h>

#include <chrono>
#include <vector>

#include "catalogue/amended/amendment.h"
#include "catalogue/catalogue.h"
#include "catalogue/duties/list_standard.h"
#include "catalogue/duties/measure.h"
#include "catalogue/subject_category.h"
#include "law/library.h"

namespace credit::catalogue {
namespace {

using namespace std::chrono_literals;

constexpr Date june{2026y / 6 / 1};
constexpr Date may{2026y / 5 / 31};

const law::Library& library() {
    static const law::Library loaded = law::Library::load().value();
    return loaded;
}

Catalogue amended(const std::vector<Amendment>& amendments) {
    auto catalogue = Catalogue::load(library()).value();
    amend(catalogue, amendments);
    return catalogue;
}

Amendment off_from(Date day) {
    return {.from = day, .ends = {{.kind = RowKind::Standard, .id = "samr_serious"}}};
}

TEST(AmendedRow, IsOffFromItsDay) {
    const auto catalogue = amended({off_from(june)});
    const auto& standard = *catalogue.standards.find("samr_serious");
    EXPECT_TRUE(standard.in_force(may));
    EXPECT_FALSE(standard.switched_off(may));
    EXPECT_FALSE(standard.in_force(june));
    EXPECT_TRUE(standard.switched_off(june));
}

TEST(AmendedRow, ComesBackOnTheBasisOfALaterTurn) {
    auto on = Amendment{.from = june + std::chrono::days{10},
                        .begins = {{.kind = RowKind::Standard, .id = "samr_serious"}}};
    on.begins.front().bases = amended({}).standards.find("samr_serious")->bases;
    const auto catalogue = amended({on, off_from(june)});  // in whatever order they come
    const auto& standard = *catalogue.standards.find("samr_serious");
    EXPECT_FALSE(standard.in_force(june + std::chrono::days{9}));
    EXPECT_TRUE(standard.in_force(june + std::chrono::days{10}));
}

TEST(AmendedRow, IsAsTheLawHasItWhenNothingAmendsIt) {
    auto catalogue = amended({off_from(june)});
    amend(catalogue, {});
    EXPECT_TRUE(catalogue.standards.find("samr_serious")->in_force(june));
}

TEST(AmendedRow, LinksAMeasureFromTheFirstDayToTheLast) {
    Memorandum memorandum;
    memorandum.standard = "samr_serious";
    memorandum.through = june;
    memorandum.lines = {{.measure = "M094-B4", .subjects = {SubjectCategory::Organisation}}};
    const Amendment amendment{.from = june, .memorandum = memorandum};
    const auto catalogue = amended({amendment});
    const auto& standard = *catalogue.standards.find("samr_serious");
    const auto leads = [&](SubjectCategory category, Date day) {
        return standard.may_lead_to("M094-B4", category, day);
    };
    EXPECT_FALSE(leads(SubjectCategory::Organisation, may));
    EXPECT_TRUE(leads(SubjectCategory::Organisation, june));
    EXPECT_FALSE(leads(SubjectCategory::Organisation, june + std::chrono::days{1}));
    EXPECT_FALSE(leads(SubjectCategory::NaturalPerson, june));
    EXPECT_EQ(standard.measures_on(june).size(), standard.measures.size() + 1);
}

TEST(AmendedRow, ACopyIsOfItsOwn) {
    const auto one = amended({off_from(june)});
    auto other = one;
    amend(other, {});
    EXPECT_FALSE(one.standards.find("samr_serious")->in_force(june));
    EXPECT_TRUE(other.standards.find("samr_serious")->in_force(june));
}

}  // namespace
}  // namespace credit::catalogue
