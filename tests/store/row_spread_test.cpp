// Rows that become visible in the order of their table, and what is left where that ends half way,
// on both engines.

#include <gtest/gtest.h>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "catalogue/catalogue.h"
#include "catalogue/column.h"
#include "demo/synthetic.h"
#include "demo/table.h"
#include "desk/desk.h"
#include "desk/rebuild.h"
#include "desk/turn.h"
#include "records/accept_submission.h"
#include "records/spread/rows_to_come.h"
#include "records/spread/spread_rows.h"
#include "server/house.h"
#include "sql/pool.h"
#include "sql/session.h"
#include "sql/statement.h"
#include "tests/store/submission_fixture.h"

namespace credit {
namespace {

using catalogue::ColumnRole;

constexpr std::string_view bureau = "SD-SAMR";
constexpr int rows_in_file = 5;
constexpr int rows_at_once = 2;

class RowSpreadTest : public store::SubmissionTest {
protected:
    void SetUp() override {
        SubmissionTest::SetUp();
        if (!IsSkipped()) begin();
    }

    // A file of penalties about persons and organisations, whom nobody knew.
    std::filesystem::path penalties(std::string_view amount) {
        const auto& catalogue = desk().catalogue();
        demo::Table table(catalogue, **catalogue.kinds.find("penalty", today));
        demo::Dice dice(7);
        const auto& authority = **catalogue.authorities.find(bureau);
        for (int row = 0; row < rows_in_file; ++row) {
            const auto subject = row % 2 == 0 ? make_organisation(dice) : make_person(dice);
            const demo::Values values{{ColumnRole::Amount, std::string(amount)}};
            table.add(subject, authority, "示例〔2026〕" + std::to_string(row) + "号", today,
                      values);
        }
        return write(table.csv());
    }

    // An accepted submission of which nothing is visible yet.
    std::optional<records::RowSpread> spread(std::string_view amount) {
        const auto staged = stage(*house_, bureau, penalties(amount));
        EXPECT_TRUE(staged.has_value());
        if (!staged || !accept(*house_, *staged)) return std::nullopt;
        return records::RowSpread(staged->submission_id, std::move(rows_to_come()), rows_at_once);
    }
    bool next(records::RowSpread& spread) {
        auto lease = desk().pool().lease(sql::Access::Write);
        const auto more = spread.next(**lease);
        EXPECT_TRUE(more.has_value());
        return more.value_or(false);
    }
    // Until so many rows are visible, or all.
    void go_on(records::RowSpread& spread, std::int64_t until) {
        while (visible() < until && next(spread)) {
        }
    }

    // As if they had come in the order of the file: a rebuild does it so.
    void expect_whole() {
        EXPECT_EQ(visible(), rows_in_file);
        EXPECT_EQ(under_way(), 0);
        EXPECT_EQ(count("SELECT COUNT(*) FROM vault"), rows_in_file / 2);
        EXPECT_EQ(count("SELECT COUNT(*) FROM staged_identifier"), 0);
        const auto session = another_session();
        const auto rebuilt = desk::rebuild_check(*session, desk().keys(), {});
        ASSERT_TRUE(rebuilt.has_value());
        EXPECT_TRUE(rebuilt->equal());
    }

    void expect_finished_by_another(records::RowSpread& lost) {
        ASSERT_TRUE(desk::Turn::take(desk()).has_value());
        expect_whole();
        EXPECT_FALSE(next(lost) && next(lost)) << "whoever lost the turn has no more to do";
        expect_whole();
    }
};

INSTANTIATE_TEST_SUITE_P(, RowSpreadTest, store::both_engines(), store::engine_name);

TEST_P(RowSpreadTest, AllAreVisibleInTheEnd) {
    auto rows = spread("1");
    ASSERT_TRUE(rows.has_value());
    go_on(*rows, 1);
    EXPECT_EQ(visible(), rows_at_once);
    EXPECT_EQ(under_way(), 1);
    go_on(*rows, rows_in_file);
    expect_whole();
}

TEST_P(RowSpreadTest, WhoHasTheNextTurnGoesOnFromSubjects) {
    auto rows = spread("1");
    ASSERT_TRUE(rows.has_value());
    EXPECT_TRUE(next(*rows));
    expect_finished_by_another(*rows);
}

TEST_P(RowSpreadTest, WhoHasTheNextTurnGoesOnFromTheFirstRows) {
    auto rows = spread("1");
    ASSERT_TRUE(rows.has_value());
    go_on(*rows, 1);
    expect_finished_by_another(*rows);
}

TEST_P(RowSpreadTest, WhoHasTheNextTurnGoesOnToTheLastRow) {
    auto rows = spread("1");
    ASSERT_TRUE(rows.has_value());
    go_on(*rows, rows_at_once + 1);
    expect_finished_by_another(*rows);
}

TEST_P(RowSpreadTest, CorrectedRowsComeInTheOrderOfTheFile) {
    auto first = spread("1");
    ASSERT_TRUE(first.has_value());
    go_on(*first, rows_in_file);
    const auto staged = stage(*house_, bureau, penalties("2"));
    ASSERT_TRUE(staged.has_value());
    EXPECT_EQ(staged->counts.superseded, rows_in_file);
    EXPECT_FALSE(rows_to_come().holds_all());
    ASSERT_TRUE(accept(*house_, *staged).has_value());
    records::RowSpread second(staged->submission_id, std::move(rows_to_come()), rows_at_once);
    EXPECT_FALSE(next(second));
    expect_whole();
    EXPECT_EQ(count("SELECT COUNT(*) FROM record_end WHERE ended_as = 'superseded'"), rows_in_file);
}

}  // namespace
}  // namespace credit
