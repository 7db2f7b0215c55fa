#include "law/library.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

#include "calendar/period.h"
#include "foundation/crypto.h"
#include "foundation/result.h"
#include "law/citation.h"
#include "law/instrument.h"
#include "law/parameter.h"

namespace credit::law {
namespace {

using namespace std::chrono_literals;
using calendar::Unit;

const Library& library() {
    static const Library loaded = Library::load().value();
    return loaded;
}

TEST(Library, KnowsItsInstruments) {
    const auto* regulation = library().instrument("sd-social-credit-regulation-2020");
    ASSERT_NE(regulation, nullptr);
    EXPECT_EQ(regulation->title, "山东省社会信用条例");
    EXPECT_EQ(regulation->level, Level::LocalRegulation);
    EXPECT_EQ(regulation->text_status, TextStatus::Reported);
    EXPECT_FALSE(regulation->in_force(2020y / 9 / 30));
    EXPECT_TRUE(regulation->in_force(2020y / 10 / 1));
    EXPECT_TRUE(regulation->applies_in_shandong());
    EXPECT_FALSE(library().instrument("sz-social-credit-regulation-2023")->applies_in_shandong());
    EXPECT_EQ(library().instrument("no-such-law"), nullptr);
    EXPECT_GT(library().instruments().size(), 200U);
}

TEST(Library, AnOldVersionEndsTheDayBeforeItsSuccessor) {
    for (const auto& old : library().instruments()) {
        if (old.successor.empty() || !old.through) continue;
        const auto* next = library().instrument(old.successor);
        ASSERT_NE(next, nullptr) << old.id;
        EXPECT_EQ(next->from, calendar::day_after(*old.through)) << old.id;
    }
}

TEST(Library, AnswersTheNumberInForceOnTheDay) {
    const auto period = [](std::string_view name, Date day) {
        return library().period(name, day).value();
    };
    EXPECT_EQ(period("publicity.general.longest", 2023y / 4 / 30),
              (Period{.amount = 1, .unit = Unit::Years}));
    EXPECT_EQ(period("publicity.general.longest", 2026y / 3 / 31),
              (Period{.amount = 3, .unit = Unit::Years}));
    EXPECT_EQ(period("publicity.general.longest", 2026y / 4 / 1),
              (Period{.amount = 1, .unit = Unit::Years}));
    EXPECT_EQ(period("publicity.deadline", 2017y / 12 / 22),
              (Period{.amount = 7, .unit = Unit::WorkingDays}));
    EXPECT_EQ(period("person.adult_age", 2026y / 1 / 1),
              (Period{.amount = 18, .unit = Unit::Years}));
}

TEST(Library, HasNoNumberBeforeItsFirstDay) {
    const auto early = library().period("publicity.deadline", 2017y / 12 / 21);
    EXPECT_EQ(early.error().code, ErrorCode::NotFound);
    EXPECT_EQ(early.error().grounds.front().word, "law.no_parameter");
    EXPECT_FALSE(library().period("no.such_name", 2026y / 1 / 1));
}

TEST(Library, WritesCitations) {
    const Citation objection{.instrument = "sd-social-credit-regulation-2020", .article = "39"};
    EXPECT_EQ(library().chinese(objection), "《山东省社会信用条例》第三十九条");
    EXPECT_EQ(library().english(objection),
              "Social Credit Regulation of Shandong Province, art. 39");
    EXPECT_EQ(library().chinese(parse_citation("luzhengfa-2017-44 art. 20")),
              "《山东省人民政府关于建立完善守信联合激励和失信联合惩戒制度加快推进社会诚信建设的实施"
              "意见》（鲁政发〔2017〕44号）第20项");
    EXPECT_EQ(library().chinese({.instrument = "no-such-law", .article = "1"}),
              "no-such-law art. 1");
}

TEST(Library, NumbersRestOnInstrumentsInForce) {
    // A number of the court's or the model's text may begin before it; those are named here.
    const std::set<std::string> earlier{"person.adult_age", "lookup.retention",
                                        "record.basis_annulled.withdraw"};
    for (const auto& parameter : library().parameters()) {
        const auto* source = library().instrument(parameter.citation.instrument);
        if (earlier.contains(parameter.name)) continue;
        EXPECT_TRUE(source->in_force(parameter.from)) << parameter.name;
        EXPECT_TRUE(!parameter.through || source->in_force(*parameter.through)) << parameter.name;
        EXPECT_TRUE(parameter.through || !source->through) << parameter.name;
    }
}

TEST(Library, DigestIsOverEveryFileOfTheLaw) {
    EXPECT_NE(library().digest(), crypto::Digest{});
    EXPECT_EQ(library().digest(), Library::load()->digest());
}

}  // namespace
}  // namespace credit::law
