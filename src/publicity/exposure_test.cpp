// Who may see a penalty, a permit and a listing, on boundary days.

#include "publicity/exposure.h"

#include <gtest/gtest.h>

#include <chrono>
#include <string>
#include <vector>

#include "catalogue/code_list.h"
#include "catalogue/forbidden.h"
#include "catalogue/record_kind.h"
#include "law/library.h"
#include "lists/listing.h"

namespace credit::publicity {
namespace {

using namespace std::chrono_literals;
using catalogue::SubjectCategory;

const law::Library& library() {
    static const law::Library loaded = law::Library::load().value();
    return loaded;
}

const catalogue::Forbidden& forbidden() {
    static const catalogue::Forbidden loaded = catalogue::Forbidden::load().value();
    return loaded;
}

const catalogue::RecordKind& kind(std::string_view id, std::string_view version) {
    static const auto kinds =
        catalogue::RecordKinds::load(catalogue::CodeLists::load().value(), forbidden()).value();
    return **kinds.find_version(id, version);
}

RecordFacts penalty(Date decided_on, std::vector<std::string> classes) {
    return {.kind = kind("penalty", "v2"),
            .category = SubjectCategory::Organisation,
            .decided_on = decided_on,
            .classing = {.decided_on = decided_on, .classes = std::move(classes)}};
}

Exposure of(const RecordFacts& facts, Date today) {
    return exposure_of(facts, library(), forbidden(), today);
}

TEST(Exposure, GeneralPenaltyIsPublicForAYear) {
    const auto exposure = of(penalty(2026y / 5 / 8, {"general"}), 2026y / 11 / 23);
    EXPECT_EQ(exposure.on(2026y / 5 / 8), Range::Public);
    EXPECT_EQ(exposure.on(2027y / 5 / 8), Range::Public);
    EXPECT_EQ(exposure.on(2027y / 5 / 9), Range::Shared);
    EXPECT_EQ(exposure.article, "credit-repair-measures-2025");
}

TEST(Exposure, HighestOfSeveralClassesCounts) {
    const auto exposure = of(penalty(2026y / 5 / 8, {"minor", "serious"}), 2026y / 11 / 23);
    EXPECT_EQ(exposure.on(2029y / 5 / 8), Range::Public);
    EXPECT_EQ(exposure.on(2029y / 5 / 9), Range::Shared);
}

TEST(Exposure, LighterLaterVersionShortensAndNeverLengthens) {
    const auto older = penalty(2025y / 6 / 1, {"general"});
    EXPECT_EQ(of(older, 2026y / 3 / 31).through, Date{2028y / 6 / 1});
    EXPECT_EQ(of(older, 2026y / 4 / 1).through, Date{2026y / 6 / 1});
    const auto oldest = penalty(2020y / 6 / 1, {"general"});
    EXPECT_EQ(of(oldest, 2023y / 5 / 1).through, Date{2021y / 6 / 1});
}

TEST(Exposure, MinorAndUnknownClassesAreNotPublic) {
    const auto minor = of(penalty(2026y / 5 / 8, {"minor"}), 2026y / 5 / 9);
    EXPECT_EQ(minor.on(2026y / 5 / 9), Range::Shared);
    EXPECT_EQ(minor.why, "publicity.minor");
    EXPECT_EQ(of(penalty(2026y / 5 / 8, {}), 2026y / 5 / 9).range, Range::Shared);
    const auto detention = of(penalty(2026y / 5 / 8, {"closed", "general"}), 2026y / 5 / 9);
    EXPECT_EQ(detention.why, "publicity.closed_class");
}

TEST(Exposure, FiveYearsFromTheConductEndIt) {
    auto facts = penalty(2026y / 5 / 8, {"serious"});
    facts.conduct_on = 2022y / 1 / 31;
    const auto exposure = of(facts, 2026y / 11 / 23);
    EXPECT_EQ(exposure.on(2027y / 1 / 31), Range::Public);
    EXPECT_EQ(exposure.on(2027y / 2 / 1), Range::Closed);
}

TEST(Exposure, PersonsAndSealedMattersAreClosed) {
    auto facts = penalty(2026y / 5 / 8, {"general"});
    facts.basis = "《中华人民共和国治安管理处罚法》第三十条";
    EXPECT_EQ(of(facts, 2026y / 5 / 9).on(2026y / 5 / 9), Range::Closed);
    auto person = penalty(2026y / 5 / 8, {"general"});
    person.category = SubjectCategory::NaturalPerson;
    EXPECT_EQ(of(person, 2026y / 5 / 9).on(2026y / 5 / 9), Range::Shared);
    EXPECT_EQ(of(person, 2026y / 5 / 9).why, "publicity.person_closed");
}

TEST(Exposure, PermitIsPublicThroughItsLastDay) {
    const RecordFacts facts{.kind = kind("permit", "v2"),
                            .category = SubjectCategory::Organisation,
                            .decided_on = 2026y / 5 / 8,
                            .valid_through = 2026y / 12 / 31};
    const auto exposure = of(facts, 2026y / 11 / 23);
    EXPECT_EQ(exposure.on(2026y / 12 / 31), Range::Public);
    EXPECT_EQ(exposure.on(2027y / 1 / 1), Range::Shared);
}

TEST(Exposure, ReferenceOnlyIsNeverPublic) {
    const RecordFacts facts{.kind = kind("court_defaulter", "v1"),
                            .category = SubjectCategory::Organisation,
                            .decided_on = 2026y / 5 / 8,
                            .reference_only = true};
    EXPECT_EQ(of(facts, 2026y / 5 / 9).on(2026y / 5 / 9), Range::Shared);
}

lists::Listing listing_in_force() {
    lists::Listing listing;
    listing.category = "organisation";
    listing.state = lists::State::InForce;
    listing.from_on = 2026y / 5 / 8;
    listing.through_on = 2028y / 5 / 8;
    return listing;
}

catalogue::ListStandard standard_with(catalogue::PublicityRange range) {
    catalogue::ListStandard standard;
    standard.publicity = {
        {.category = SubjectCategory::Organisation, .range = range, .fields = {}}};
    return standard;
}

TEST(Exposure, ListingIsPublicWhileInForceAndNotHeld) {
    const auto standard = standard_with(catalogue::PublicityRange::Public);
    auto listing = listing_in_force();
    const Date last = 2028y / 5 / 8;
    const Date after = 2028y / 5 / 9;
    EXPECT_EQ(exposure_of(listing, standard, last).on(last), Range::Public);
    EXPECT_EQ(exposure_of(listing, standard, after).on(after), Range::Shared);
    listing.held_by = "an act";
    EXPECT_EQ(exposure_of(listing, standard, last).on(last), Range::Shared);
}

TEST(Exposure, ListingGoesNoWiderThanItsStandard) {
    const Date day = 2026y / 5 / 9;
    const auto range_of = [day](catalogue::PublicityRange range) {
        return exposure_of(listing_in_force(), standard_with(range), day).on(day);
    };
    EXPECT_EQ(range_of(catalogue::PublicityRange::Shared), Range::Shared);
    EXPECT_EQ(range_of(catalogue::PublicityRange::Closed), Range::Closed);
}

}  // namespace
}  // namespace credit::publicity
