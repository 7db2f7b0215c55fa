// The catalogue of measures as shipped, and what its loader refuses.

#include "catalogue/duties/measure.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <set>
#include <string>
#include <string_view>
#include <vector>

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

const Measures& shipped() {
    static const Measures loaded = Measures::load(library()).value();
    return loaded;
}

const Measure& measure(std::string_view id) {
    const Measure* found = shipped().find(id);
    EXPECT_NE(found, nullptr) << id;
    return *found;
}

// A row that loads, with what the test wants in it.
struct Row {
    std::string_view class_code = "B4";
    std::string_view domain = "tax";
    std::string_view obligation = "mandatory";
    std::string_view follows = "listing";
    std::string_view more = "";
    std::string_view instrument = "sd-social-credit-regulation-2020";
    std::string_view addressee = "organisation";
};

Result<Measures> define(const Row& row) {
    const auto text = fmt::format(
        R"([[measure]]
id = "T1"
class = "{}"
title_zh = "试"
title_en = "test"
words_zh = "试"
words_en = "test"
domains = ["{}"]
obligation = "{}"
follows = "{}"
{}
addressees = ["{}"]
implementers = ["tax"]
term = {{ kind = "with_listing" }}
basis = [{{ instrument = "{}", article = "28", status = "reported" }}]
)",
        row.class_code, row.domain, row.obligation, row.follows, row.more, row.addressee,
        row.instrument);
    const auto file = TRY(law::parse_toml("test.toml", text));
    Measures measures;
    TRY(measures.define(file, library()));
    return measures;
}

std::string fault(const Row& row) {
    const auto defined = define(row);
    return defined ? "" : defined.error().grounds.front().word;
}

TEST(Measures, HoldEveryRowOfTheListsButTwo) {
    std::set<std::string> rows;
    for (const auto& each : shipped().all()) rows.insert(each.row);
    for (int number = 1; number <= 100; ++number) {
        const bool left_out = number == 68 || number == 86;
        EXPECT_EQ(rows.contains(fmt::format("M{:03}", number)), !left_out) << number;
    }
    for (int number = 1; number <= 11; ++number) {
        EXPECT_TRUE(rows.contains(fmt::format("S{:02}", number))) << number;
    }
    for (int number = 1; number <= 13; ++number) {
        EXPECT_TRUE(rows.contains(fmt::format("I{:02}", number))) << number;
    }
    EXPECT_EQ(rows.size(), 98U + 11U + 13U);
}

TEST(Measures, OfSeveralGroupsStandOnceForEach) {
    EXPECT_EQ(shipped().find("M017"), nullptr);
    for (const auto* id : {"M017-A2", "M017-A4", "M017-A5"}) {
        EXPECT_EQ(measure(id).row, "M017");
        EXPECT_EQ(measure(id).group, MeasureGroup::Rights);
    }
    for (const auto* id : {"M040-A1", "M040-B4", "M040-P", "M092-A1", "M092-A3", "M092-B1",
                           "M092-B2", "M092-B3", "M092-B4", "S06-A2", "S06-B2"}) {
        EXPECT_NE(shipped().find(id), nullptr) << id;
    }
}

TEST(Measures, OnMovementSchoolingAndLivelihoodNeedAnIndividualOrder) {
    for (const auto& each : shipped().all()) {
        const bool person = each.addresses(SubjectCategory::NaturalPerson);
        const std::set<std::string> lives{"A2", "A3", "A4", "A5"};
        if (each.group == MeasureGroup::Rights && (person || lives.contains(each.class_code))) {
            EXPECT_TRUE(each.individual_order) << each.id;
        }
    }
    EXPECT_FALSE(measure("S04-B4").individual_order);
}

TEST(Measures, OfGroupCAreInformationAndRecordsBindNobody) {
    for (const auto& each : shipped().all()) {
        if (each.group == MeasureGroup::Market) {
            EXPECT_EQ(each.obligation, Obligation::Information) << each.id;
        }
        if (each.group == MeasureGroup::RecordOnly) {
            EXPECT_EQ(each.follows, Follows::Record) << each.id;
        }
        EXPECT_FALSE(each.words_zh.empty()) << each.id;
        EXPECT_FALSE(each.words_en.empty()) << each.id;
    }
}

TEST(Measures, OfTheProvinceThatReduceRightsAreSwitchedOff) {
    for (const auto* id : {"S05-A1", "S06-A2", "S08-A1", "S09-A1", "S10-A3"}) {
        EXPECT_EQ(measure(id).gaps(today), std::vector<Gap>{Gap::LocalRegulationOnly}) << id;
    }
    EXPECT_EQ(measure("S11-A2").gaps(today), std::vector<Gap>{Gap::BasisLevel});
    for (const auto* id : {"S01-B3", "S02-B1", "S02-B2", "S03-B", "S04-B4", "S06-B2", "S07-C2"}) {
        EXPECT_TRUE(shipped().in_force(id, today)) << id;
    }
}

TEST(Measures, EndWithTheTextTheyRestOn) {
    EXPECT_TRUE(shipped().in_force("M096-A1", Date{2024y / 4 / 30}));
    EXPECT_FALSE(shipped().in_force("M096-A1", Date{2024y / 5 / 1}));
    EXPECT_EQ(measure("M096-A1").gaps(Date{2024y / 5 / 1}), std::vector<Gap>{Gap::Superseded});
}

TEST(Measures, OutsideTheDomainsStandAsHistory) {
    EXPECT_EQ(measure("M069-A2").gaps(today), std::vector<Gap>{Gap::OutsideDomains});
    EXPECT_EQ(measure("M070-A1").gaps(today), std::vector<Gap>{Gap::OutsideDomains});
    const auto defined = define({.domain = "petitions"});
    ASSERT_TRUE(defined.has_value());
    EXPECT_EQ(defined->all().front().gaps(today), std::vector<Gap>{Gap::OutsideDomains});
}

TEST(Measures, RefuseRowsThatBindMoreThanTheirGroupAllows) {
    EXPECT_EQ(fault({}), "");
    EXPECT_EQ(fault({.class_code = "A4"}), "catalogue.measure_needs_order");
    EXPECT_EQ(fault({.class_code = "A4", .more = "individual_order = true"}), "");
    EXPECT_EQ(fault({.class_code = "A1", .addressee = "natural_person"}),
              "catalogue.measure_needs_order");
    EXPECT_EQ(fault({.class_code = "C2"}), "catalogue.measure_commands_market");
    EXPECT_EQ(fault({.class_code = "C2", .obligation = "information"}), "");
    EXPECT_EQ(fault({.class_code = "P"}), "catalogue.record_only_binds");
    EXPECT_EQ(fault({.class_code = "P", .follows = "record"}), "");
}

TEST(Measures, RefuseWhatTheyDoNotKnow) {
    EXPECT_EQ(fault({.class_code = "A6"}), "catalogue.unknown_word");
    EXPECT_EQ(fault({.obligation = "perhaps"}), "catalogue.unknown_word");
    EXPECT_EQ(fault({.addressee = "family"}), "catalogue.unknown_word");
    EXPECT_EQ(fault({.instrument = "no-such-text"}), "law.unknown_instrument");
    EXPECT_EQ(fault({.more = "score = 3"}), "law.toml_unknown");
}

TEST(Measures, GroupAOnALocalRegulationDoesNotTakeForce) {
    const auto defined = define({.class_code = "A1"});
    ASSERT_TRUE(defined.has_value());
    EXPECT_FALSE(defined->in_force("T1", today));
    const auto national = define({.class_code = "A1", .instrument = "tax-collection-law-2015"});
    ASSERT_TRUE(national.has_value());
    EXPECT_TRUE(national->in_force("T1", today));
    EXPECT_FALSE(national->in_force("T2", today));
}

}  // namespace
}  // namespace credit::catalogue
