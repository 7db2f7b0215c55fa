#include "search/name_index.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <stop_token>
#include <string>
#include <string_view>
#include <thread>
#include <type_traits>
#include <utility>
#include <vector>

#include "demo/synthetic.h"
#include "foundation/clock.h"
#include "identity/subject_kind.h"
#include "search/hit.h"
#include "search/organisation.h"
#include "search/segments/segment_builder.h"
#include "subjects/subject.h"

namespace credit::search {
namespace {

using namespace std::chrono_literals;

constexpr Date today = std::chrono::sys_days{2026y / 11 / 26};
const std::string first = "91379901MA0000001X";
const std::string second = "91379901MA0000002X";
const std::string third = "91379901MA0000003X";

NamesOf names_of(const std::string& code, std::vector<subjects::Name> names) {
    return {.organisation = Organisation::with_code(code).value(), .names = std::move(names)};
}

class NameIndexTest : public testing::Test {
protected:
    void put(const std::string& code, const std::string& name) {
        index_.put(names_of(code, {{.name = name}}));
    }
    Hits find(std::string_view text) const { return index_.find(text, 20, today); }
    // Of the only hit.
    std::optional<Hit> hit(std::string_view text) const {
        const auto hits = find(text);
        return hits.size() == 1 ? std::optional(hits.front()) : std::nullopt;
    }
    std::string reason(std::string_view text) const {
        const auto only = hit(text);
        return only ? std::string(name_of(only->reason)) : "no single hit";
    }

    NameIndex index_;
};

TEST_F(NameIndexTest, NothingIsFoundInAnEmptyIndex) {
    for (const auto* const text : {"示例", "示", "", "有限公司", "91379901MA0000001X"}) {
        EXPECT_TRUE(find(text).empty()) << text;
    }
}

TEST_F(NameIndexTest, EachReasonAlone) {
    put(first, "济南鑫源食品有限公司");
    EXPECT_EQ(reason("济南鑫源食品有限公司"), "exact");
    EXPECT_EQ(reason("济南 鑫源食品（有限公司）"), "exact");
    EXPECT_EQ(reason("济南鑫源食品股份有限公司"), "company_form");
    EXPECT_EQ(reason("济南鑫源食品"), "company_form");
    EXPECT_EQ(reason("鑫源食品公司"), "company_form");
    EXPECT_EQ(reason("鑫源"), "contained");
    EXPECT_EQ(reason("源"), "contained");
    EXPECT_EQ(reason("食品有限"), "contained");
    EXPECT_EQ(reason("济南新源食品有限公司"), "homophone");
    EXPECT_EQ(reason("济南新元食品有限公司"), "homophone");
    EXPECT_EQ(reason("新元食品"), "homophone");
    EXPECT_EQ(reason("济南源鑫食品有限公司"), "swapped");
    EXPECT_EQ(reason("济南鑫河食品有限公司"), "wrong");
    EXPECT_EQ(reason("济南鑫食品有限公司"), "missing");
    EXPECT_EQ(reason("济南鑫源源食品有限公司"), "extra");
    EXPECT_EQ(reason("91379901MA0000001X"), "code");
    EXPECT_EQ(reason(" 91379901ma0000001x "), "code");
}

TEST_F(NameIndexTest, OneSlipAtTheEndsOfTheName) {
    put(first, "济南鑫源食品有限公司");
    for (const auto* const text :
         {"河南鑫源食品有限公司", "南鑫源食品有限公同", "济南鑫源食品有限公同",
          "济南鑫源食品有限司公", "南济鑫源食品有限公司", "大济南鑫源食品有限公司"}) {
        EXPECT_EQ(find(text).size(), 1U) << text;
    }
    EXPECT_EQ(reason("南鑫源食品有限公司"), "contained");
}

TEST_F(NameIndexTest, ThreeWrongCharactersAreNoHit) {
    put(first, "济南鑫源食品有限公司");
    EXPECT_TRUE(find("济南大河机械有限公司").empty());
    EXPECT_TRUE(find("青岛鑫海食品有限公司").empty());
}

TEST_F(NameIndexTest, ScriptsAreToldApart) {
    put(first, "济南胜达实业有限公司");
    EXPECT_TRUE(hit("濟南勝達實業有限公司")->other_script);
    EXPECT_EQ(reason("濟南勝達實業有限公司"), "exact");
    EXPECT_FALSE(hit("济南胜达实业有限公司")->other_script);
    EXPECT_TRUE(hit("勝達")->other_script);
    put(first, "濟南勝達實業有限公司");
    EXPECT_TRUE(hit("济南胜达实业有限公司")->other_script);
    EXPECT_FALSE(hit("濟南勝達實業有限公司")->other_script);
}

TEST_F(NameIndexTest, FormerNamesKeepTheirDays) {
    const subjects::Validity before{.through = today - std::chrono::days{1}};
    const subjects::Validity since{.from = today};
    index_.put(names_of(first, {{.name = "旧名示例有限公司", .validity = before},
                                {.name = "新名示例有限公司", .validity = since}}));
    const auto former = hit("旧名示例有限公司");
    ASSERT_TRUE(former);
    EXPECT_TRUE(former->former_name);
    EXPECT_EQ(former->validity, before);
    EXPECT_EQ(former->name_today, "新名示例有限公司");
    EXPECT_FALSE(hit("新名示例有限公司")->former_name);
    // The last day of the old name: the new one is nobody's yet.
    const auto last_day = index_.find("旧名示例有限公司", 20, today - std::chrono::days{1});
    ASSERT_EQ(last_day.size(), 1U);
    EXPECT_FALSE(last_day.front().former_name);
    for (const auto& each : index_.find("新名示例有限公司", 20, today - std::chrono::days{1})) {
        EXPECT_NE(each.name, "新名示例有限公司");
    }
}

TEST_F(NameIndexTest, TheNearestComeFirst) {
    put(first, "山东鑫源食品机械有限公司");
    put(second, "鑫源食品有限公司");
    put(third, "鑫源食品");
    const auto hits = find("鑫源食品");
    ASSERT_EQ(hits.size(), 3U);
    EXPECT_EQ(hits[0].code, third);
    EXPECT_EQ(hits[1].code, second);
    EXPECT_EQ(hits[2].code, first);
    EXPECT_EQ(index_.find("鑫源食品", 1, today).front().code, third);
    EXPECT_TRUE(index_.find("鑫源食品", 0, today).empty());
}

TEST_F(NameIndexTest, APresentNameComesBeforeAFormerOne) {
    index_.put(names_of(
        first, {{.name = "示例有限公司", .validity = {.through = today - std::chrono::days{9}}}}));
    put(second, "示例有限公司");
    const auto hits = find("示例有限公司");
    ASSERT_EQ(hits.size(), 2U);
    EXPECT_EQ(hits[0].code, second);
    EXPECT_TRUE(hits[1].former_name);
    EXPECT_EQ(hits[1].name_today, "");
}

TEST_F(NameIndexTest, WhatIsTakenAwayIsFoundNoMore) {
    put(first, "示例一号有限公司");
    put(second, "示例二号有限公司");
    index_.put(names_of(first, {}));
    EXPECT_TRUE(find("示例一号有限公司").empty() || find("示例一号有限公司")[0].code == second);
    EXPECT_TRUE(find(first).empty());
    EXPECT_EQ(index_.names(), 1U);
    put(second, "改名以后有限公司");
    EXPECT_TRUE(find("二号").empty());
    EXPECT_EQ(reason("改名以后有限公司"), "exact");
}

// PRODUCT: no natural person can be found by name; nor who does business in person.
TEST(OrganisationTest, NoPersonBecomesOne) {
    using enum identity::SubjectKind;
    EXPECT_FALSE(Organisation::of("P0123456789ABCDEFGHJKMNPQRS", NaturalPerson));
    EXPECT_FALSE(Organisation::of("P0123456789ABCDEFGHJKMNPQRS", LegalPerson));
    EXPECT_FALSE(Organisation::of("O" + first, NaturalPerson));
    EXPECT_FALSE(Organisation::of("O" + first, IndividualBusiness));
    EXPECT_FALSE(Organisation::of("O92379901MA0000001X", LegalPerson));
    EXPECT_FALSE(Organisation::with_code("92379901MA0000001X"));
    EXPECT_FALSE(Organisation::with_code("37990119800101001X7"));
    EXPECT_FALSE(Organisation::with_code("91379901MA000000 X"));
    EXPECT_TRUE(Organisation::of("O" + first, LegalPerson));
    EXPECT_TRUE(Organisation::of("O" + first, OtherOrganisation));
    static_assert(!std::is_constructible_v<Organisation, std::string>);
    static_assert(!Hit::confirms());
}

TEST(OrganisationTest, TheCodeComesBack) {
    for (const std::string code : {"000000000000000000", "ZZZZZZZZZZZZZZZZZZ", first.c_str()}) {
        EXPECT_EQ(Organisation::with_code(code)->code(), code);
    }
}

// Names as they are drawn here repeat much, so that all ways of being alike occur.
std::string drawn_name(demo::Dice& dice) {
    static const std::vector<std::string> words{"鑫",   "源",       "新",   "元",   "单县",
                                                "长安", "東",       "东",   "食品", "机械",
                                                "（",   "有限公司", "公司", "A"};
    std::string name;
    for (std::size_t left = 1 + dice.roll(6); left > 0; --left) name += dice.pick(words);
    return name;
}

std::string drawn_code(demo::Dice& dice) {
    const auto number = std::to_string(100 + dice.roll(60));
    return "91379901MA0000" + number + "X";
}

std::vector<subjects::Name> drawn_names(demo::Dice& dice) {
    std::vector<subjects::Name> names;
    for (std::size_t left = dice.roll(3); left > 0; --left) {
        subjects::Name name{.name = drawn_name(dice)};
        if (dice.once_in(3)) name.validity.through = today - std::chrono::days{dice.roll(3)};
        if (dice.once_in(5)) name.validity.from = today - std::chrono::days{dice.roll(9)};
        names.push_back(name);
    }
    return names;
}

void expect_same(const NameIndex& index, const std::map<std::string, NamesOf>& kept,
                 demo::Dice& dice) {
    SegmentBuilder builder;
    for (const auto& [code, names] : kept) builder.add(names);
    NameIndex anew;
    anew.replace(builder.build());
    ASSERT_EQ(index.names(), anew.names());
    for (int questions = 0; questions < 40; ++questions) {
        const auto text = drawn_name(dice);
        ASSERT_EQ(index.find(text, 50, today), anew.find(text, 50, today)) << text;
    }
}

TEST(NameIndexPropertyTest, ChangedStepByStepIsAsBuiltAnew) {
    for (std::uint64_t seed = 1; seed <= 12; ++seed) {
        SCOPED_TRACE(seed);
        demo::Dice dice(seed);
        NameIndex index;
        std::map<std::string, NamesOf> kept;
        for (int step = 0; step < 120; ++step) {
            std::vector<NamesOf> batch;
            for (std::size_t left = 1 + dice.roll(3); left > 0; --left) {
                const auto code = drawn_code(dice);
                const bool twice = std::ranges::any_of(
                    batch, [&](const auto& each) { return each.organisation.code() == code; });
                if (twice) continue;
                batch.push_back(names_of(code, drawn_names(dice)));
                kept.insert_or_assign(code, batch.back());
            }
            index.put(batch);
            for (const auto& each : batch) ASSERT_TRUE(index.has(each));
            if (dice.once_in(30)) index.whole();
            index.tidy();
        }
        expect_same(index, kept, dice);
    }
}

TEST(NameIndexConcurrentTest, ReadersAndCompactionsDoNotDisturbEachOther) {
    NameIndex index;
    index.put(names_of(first, {{.name = "常在示例有限公司"}}));
    std::vector<std::jthread> others;
    for (int reader = 0; reader < 3; ++reader) {
        others.emplace_back([&index](const std::stop_token& stopping) {
            while (!stopping.stop_requested()) {
                const auto hits = index.find("常在示例有限公司", 20, today);
                ASSERT_EQ(hits.size(), 1U);
                ASSERT_EQ(hits.front().code, first);
            }
        });
    }
    others.emplace_back([&index](const std::stop_token& stopping) {
        while (!stopping.stop_requested()) index.whole();
    });
    demo::Dice dice(7);
    std::map<std::string, NamesOf> kept{{first, names_of(first, {{.name = "常在示例有限公司"}})}};
    for (int step = 0; step < 400; ++step) {
        const auto code = drawn_code(dice);
        const auto names = names_of(code, drawn_names(dice));
        kept.insert_or_assign(code, names);
        index.put(names);
    }
    others.clear();
    expect_same(index, kept, dice);
}

}  // namespace
}  // namespace credit::search
