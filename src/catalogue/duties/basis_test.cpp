// Each gate of a basis alone, and the days around its ends.

#include "catalogue/duties/basis.h"

#include <gtest/gtest.h>

#include <chrono>
#include <vector>

#include "law/instrument.h"

namespace credit::catalogue {
namespace {

using namespace std::chrono_literals;
using law::Level;

constexpr Date today{2026y / 11 / 23};

Basis resting_on(Level level) {
    return {.citation = {.instrument = "text", .article = "1", .status = law::TextStatus::Reported},
            .level = level,
            .validity = {.from = Date{2020y / 10 / 1}}};
}

std::vector<Gap> gaps(const Basis& basis, Demand demand, Date day = today) {
    return gaps_of_basis({basis}, demand, day);
}

using One = std::vector<Gap>;

TEST(Basis, NothingNamedFoundsNothing) {
    EXPECT_EQ(gaps_of_basis({}, Demand::Public, today), One{Gap::BasisMissing});
}

TEST(Basis, GroupAOnALocalRegulationAloneDoesNotTakeForce) {
    EXPECT_EQ(gaps(resting_on(Level::LocalRegulation), Demand::National),
              One{Gap::LocalRegulationOnly});
    EXPECT_TRUE(gaps(resting_on(Level::LocalRegulation), Demand::OwnPower).empty());
    EXPECT_TRUE(gaps_of_basis({resting_on(Level::LocalRegulation), resting_on(Level::Law)},
                              Demand::National, today)
                    .empty());
}

TEST(Basis, GroupATakesLawRegulationOrCentralPolicyOnly) {
    for (const Level level : {Level::Law, Level::AdministrativeRegulation, Level::CentralPolicy}) {
        EXPECT_TRUE(gaps(resting_on(level), Demand::National).empty());
    }
    for (const Level level : {Level::DepartmentalRule, Level::JudicialInterpretation,
                              Level::ProvincialPolicy, Level::Normative, Level::Standard}) {
        EXPECT_EQ(gaps(resting_on(level), Demand::National), One{Gap::BasisLevel});
    }
}

TEST(Basis, AListTakesADepartmentalRuleButNoOpinion) {
    EXPECT_TRUE(gaps(resting_on(Level::DepartmentalRule), Demand::Standard).empty());
    EXPECT_TRUE(gaps(resting_on(Level::JudicialInterpretation), Demand::Standard).empty());
    EXPECT_EQ(gaps(resting_on(Level::Normative), Demand::Standard), One{Gap::BasisLevel});
    EXPECT_EQ(gaps(resting_on(Level::LocalRegulation), Demand::Standard), One{Gap::BasisLevel});
    EXPECT_TRUE(gaps(resting_on(Level::LocalRegulation), Demand::LocalList).empty());
}

TEST(Basis, AMemorandumAloneFoundsNotEvenAnIncentive) {
    auto memorandum = resting_on(Level::Normative);
    memorandum.memorandum = true;
    EXPECT_EQ(gaps(memorandum, Demand::Public), One{Gap::MemorandumOnly});
    EXPECT_EQ(gaps(memorandum, Demand::National), One{Gap::MemorandumOnly});
    EXPECT_TRUE(
        gaps_of_basis({memorandum, resting_on(Level::ProvincialPolicy)}, Demand::Public, today)
            .empty());
}

TEST(Basis, WhatIsNotLawHereFoundsNothing) {
    auto elsewhere = resting_on(Level::LocalRegulation);
    elsewhere.here = false;
    EXPECT_EQ(gaps(elsewhere, Demand::OwnPower), One{Gap::BasisLevel});
}

TEST(Basis, AnArticleThatNobodyReadDoesNotTakeForce) {
    auto unread = resting_on(Level::Law);
    unread.citation.status = law::TextStatus::Unknown;
    EXPECT_EQ(gaps(unread, Demand::National), One{Gap::BasisUnknown});
    EXPECT_EQ(gaps(unread, Demand::OwnPower), One{Gap::BasisUnknown});
    EXPECT_TRUE(gaps(unread, Demand::Public).empty());
    auto undated = resting_on(Level::Law);
    undated.dated = false;
    EXPECT_EQ(gaps(undated, Demand::National), One{Gap::BasisUnknown});
}

TEST(Basis, ASupersededTextCarriesUntilItsLastDay) {
    auto old = resting_on(Level::Law);
    old.validity.through = Date{2024y / 4 / 30};
    EXPECT_TRUE(gaps(old, Demand::National, Date{2024y / 4 / 30}).empty());
    EXPECT_EQ(gaps(old, Demand::National, Date{2024y / 5 / 1}), One{Gap::Superseded});
}

TEST(Basis, ATextCarriesFromItsFirstDay) {
    const auto law = resting_on(Level::Law);
    EXPECT_EQ(gaps(law, Demand::National, Date{2020y / 9 / 30}), One{Gap::NotYetInForce});
    EXPECT_TRUE(gaps(law, Demand::National, Date{2020y / 10 / 1}).empty());
}

TEST(Basis, TheRowsOwnDaysCountToo) {
    const Validity days{.from = Date{2022y / 1 / 1}, .through = Date{2022y / 12 / 31}};
    EXPECT_EQ(gaps_of_validity(days, Date{2021y / 12 / 31}), One{Gap::NotYetInForce});
    EXPECT_TRUE(gaps_of_validity(days, Date{2022y / 1 / 1}).empty());
    EXPECT_TRUE(gaps_of_validity(days, Date{2022y / 12 / 31}).empty());
    EXPECT_EQ(gaps_of_validity(days, Date{2023y / 1 / 1}), One{Gap::Ended});
}

}  // namespace
}  // namespace credit::catalogue
