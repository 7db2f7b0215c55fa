// Bodies are kept for good: what they say of clocks and recipients is said in the same bytes.

#include <gtest/gtest.h>

#include <chrono>
#include <vector>

#include "foundation/clock.h"
#include "foundation/json.h"
#include "ledger/act.h"
#include "ledger/steps/recipient.h"
#include "ledger/steps/running.h"
#include "ledger/steps/thing.h"

namespace credit::ledger {
namespace {

using namespace std::chrono_literals;

constexpr Date day = Date{2026y / 4 / 10};

TEST(Running, IsAboutTheThingOfTheStepUnlessItSaysOtherwise) {
    const std::vector<Running> running{
        {.kind = "lists.expiry", .due_on = day, .article = "x"},
        {.kind = "a.b", .about_id = "1", .due_on = day, .article = "x"}};
    EXPECT_EQ(to_text(to_json(running)),
              R"([{"kind":"lists.expiry","due_on":"2026-04-10","article":"x"},)"
              R"({"kind":"a.b","about":"1","due_on":"2026-04-10","article":"x"}])");
}

TEST(Recipient, SaysWhatIsNotItsProceduresUsage) {
    EXPECT_EQ(to_text(to_json({Recipient{.code = "370000", .what = "corrected"}})),
              R"([{"code":"370000","what":"corrected"}])");
    const Recipient whole{.kind = "bank",
                          .code = "b",
                          .about_id = "1",
                          .what = "repaired",
                          .urgent = false,
                          .due_on = day};
    EXPECT_EQ(to_text(to_json({whole}, "recipient")),
              R"([{"kind":"bank","recipient":"b","about":"1","what":"repaired","urgent":false,)"
              R"("due_on":"2026-04-10"}])");
}

TEST(Recipient, IsReadAsItWasWritten) {
    const auto told = parse_json(R"([{"code":"370000","what":"corrected"},)"
                                 R"({"kind":"bank","code":"b","what":"ended","urgent":false}])");
    ASSERT_TRUE(told.has_value());
    const auto read = read_recipients(told->as_array()).value();
    EXPECT_EQ(to_text(to_json(read)), to_text(*told));
    EXPECT_FALSE(read.front().urgent.has_value());
}

TEST(RowId, NumbersTheRowsOfEachProcedure) {
    const Act act{.id = "01J"};
    EXPECT_EQ(row_id(act, {.home_key = "O", .id = "1"}, 1), "01J-1");
    EXPECT_EQ(row_id(act, {.home_key = "O", .id = "1", .mark = "c"}, 2), "01J-c2");
}

}  // namespace
}  // namespace credit::ledger
