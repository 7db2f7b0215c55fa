// What a node that ended had still to tell of corrections, another one tells.

#include "desk/corrections/correction_teller.h"

#include <gtest/gtest.h>

#include <chrono>
#include <string>

#include "foundation/clock.h"
#include "foundation/result.h"
#include "server/house.h"
#include "sql/pool.h"
#include "sql/session.h"
#include "sql/statement.h"
#include "tests/store/house_fixture.h"
#include "tests/store/store_fixture.h"

namespace credit::desk {
namespace {

class CorrectionTellerTest : public store::HouseTest {
protected:
    void run(const std::string& text) {
        const sql::Statement statement{.name = "test.run", .text = text};
        const auto lease = house_->desk().pool().lease(sql::Access::Write);
        ASSERT_TRUE((*lease)->execute(statement).has_value());
    }
    // A submission all of whose rows are visible, by a node that ended before it told of them.
    void leave_untold() {
        const auto& kind = house_->desk().catalogue().kinds.all().front();
        run("INSERT INTO submission (home_key, submission_id, act_id, kind, version, file_digest,"
            " received_on, accepted, rejected, unchanged, superseded, quarantined, row_count, root)"
            " VALUES ('AJN-SAMR', 'S1', 'S1', '" +
            kind.id + "', '" + kind.version + "', '', '2026-04-01', 1, 0, 0, 1, 0, 1, '')");
        run("INSERT INTO submission_progress (submission_id, home_key, accepted, row_count, spread,"
            " to_tell) VALUES ('S1', 'AJN-SAMR', 1, 1, 1, 1)");
    }
    bool is_untold() {
        const sql::Statement find{
            .name = "test.find",
            .text = "SELECT submission_id FROM submission_progress WHERE to_tell = 1"};
        return session().find(find).value().has_value();
    }
};

INSTANTIATE_TEST_SUITE_P(, CorrectionTellerTest, store::both_engines(), store::engine_name);

TEST_P(CorrectionTellerTest, LooksForWhatOthersLeftOnEachDay) {
    const auto pools = house_->lookup_parts().pools;
    CorrectionTeller teller(house_->desk(), pools);
    const Date today = day_of(SystemClock().now());
    ASSERT_TRUE(teller.look(start_of(today)).has_value());
    leave_untold();
    ASSERT_TRUE(teller.look(start_of(today)).has_value());
    EXPECT_TRUE(is_untold());
    ASSERT_TRUE(teller.look(start_of(today + std::chrono::days{1})).has_value());
    EXPECT_FALSE(is_untold());
}

}  // namespace
}  // namespace credit::desk
