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

    static Entry listed() {
        Effect effect;
        effect.from = today;
        effect.through = today + std::chrono::days{30};
        effect.id = "L";
        effect.rests_on = "samr_serious";
        return {.effects = {effect}};
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

}  // namespace
}  // namespace credit::checks
