// What the counter is told when this node does not know whether what it has is in force.

#include "checks/answer.h"

#include <gtest/gtest.h>

#include <chrono>
#include <string>

#include "catalogue/catalogue.h"
#include "catalogue/subject_category.h"
#include "checks/duty_table.h"
#include "checks/effect.h"
#include "foundation/clock.h"
#include "law/library.h"
#include "stays/stay.h"

namespace credit::checks {
namespace {

using namespace std::chrono_literals;

constexpr Date today{2026y / 3 / 10};

class AnswerTest : public testing::Test {
protected:
    std::string answer(bool current, const Entry* entry) const {
        const Question question{.receipt = "R",
                                .matter = "food_permit",
                                .standing = Standing::Confirmed,
                                .category = catalogue::SubjectCategory::Organisation,
                                .asked_at = start_of(today),
                                .current = current};
        std::string text;
        std::string shown;
        write_answer(text, shown, duties_, question, entry);
        return text;
    }

    std::string answer(const Entry& entry, const Entry* asking) const {
        const Question question{.receipt = "R",
                                .matter = "food_permit",
                                .standing = Standing::Confirmed,
                                .category = catalogue::SubjectCategory::Organisation,
                                .asked_at = start_of(today),
                                .asking = asking};
        std::string text;
        std::string shown;
        write_answer(text, shown, duties_, question, &entry);
        return text;
    }

    static stays::Stay stay_of(stays::Scope scope, Date through) {
        stays::Stay stay;
        stay.stay_id = "S";
        stay.scope = scope;
        stay.item_id = scope == stays::Scope::Measure ? "" : "L";
        stay.measure = scope == stays::Scope::Item ? "" : "S01-B3";
        stay.from_on = today;
        stay.through_on = through;
        return stay;
    }

    static Entry listed() {
        Effect effect;
        effect.from = today;
        effect.through = today + std::chrono::days{30};
        effect.id = "L";
        effect.rests_on = "samr_serious";
        return {.effects = {effect}, .stays = {}};
    }

private:
    law::Library law_ = *law::Library::load();
    catalogue::Catalogue catalogue_ = *catalogue::Catalogue::load(law_);
    DutyTable duties_{catalogue_, law_, today};
};

TEST_F(AnswerTest, IsInForceOnANodeThatIsCurrent) {
    const auto entry = listed();
    const auto told = answer(true, &entry);
    EXPECT_TRUE(told.contains(R"("state":"in_force")")) << told;
    EXPECT_FALSE(told.contains(R"("duties":[])")) << told;
    EXPECT_FALSE(told.contains(R"("current")")) << told;
    EXPECT_TRUE(answer(true, nullptr).contains(R"("nothing_found":true)"));
}

TEST_F(AnswerTest, HasNoDutyOnANodeThatIsNot) {
    const auto entry = listed();
    const auto told = answer(false, &entry);
    EXPECT_TRUE(told.contains(R"("state":"on_hold")")) << told;
    EXPECT_TRUE(told.contains(R"("duties":[])")) << told;
    EXPECT_TRUE(told.contains(R"("current":false)")) << told;
    EXPECT_TRUE(answer(false, nullptr).contains(R"("nothing_found":false)"));
}

TEST_F(AnswerTest, SaysWhatIsStayedThroughItsLastDay) {
    using stays::Scope;
    for (const auto scope : {Scope::Item, Scope::Duty}) {
        auto entry = listed();
        entry.stays = {stay_of(scope, today)};
        const auto told = answer(entry, nullptr);
        EXPECT_TRUE(told.contains(R"("duties":[])")) << told;
        EXPECT_TRUE(told.contains(R"("through":"2026-03-10")")) << told;
        EXPECT_FALSE(told.contains(R"("outcome_due")")) << told;
        entry.stays = {stay_of(scope, today - std::chrono::days{1})};
        EXPECT_FALSE(answer(entry, nullptr).contains(R"("stays")")) << "the day after";
    }
}

TEST_F(AnswerTest, StopsAMeasureForTheAuthorityThatAsksAlone) {
    const auto entry = listed();
    const Entry asking{.effects = {}, .stays = {stay_of(stays::Scope::Measure, today)}};
    EXPECT_TRUE(answer(entry, &asking).contains(R"("precedence":4)"));
    EXPECT_FALSE(answer(entry, nullptr).contains(R"("stays")"));
    auto held = listed();
    held.effects.front().on_hold = true;
    const auto told = answer(held, &asking);
    EXPECT_TRUE(told.contains(R"("state":"on_hold")")) << told;
    EXPECT_TRUE(told.contains(R"("precedence":4)")) << "both are told";
}

}  // namespace
}  // namespace credit::checks
