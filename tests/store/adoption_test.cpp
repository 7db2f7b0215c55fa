// A crash between the rows of a submission and the listings that follow from them only delays the
// listings: whoever opens the store goes on, once.

#include <gtest/gtest.h>

#include <chrono>
#include <string>
#include <vector>

#include "access/principal.h"
#include "calendar/date_text.h"
#include "catalogue/catalogue.h"
#include "catalogue/column.h"
#include "demo/synthetic.h"
#include "demo/table.h"
#include "desk/desk.h"
#include "desk/submit.h"
#include "foundation/result.h"
#include "ledger/act.h"
#include "lists/listing.h"
#include "lists/listing_register.h"
#include "records/accept_submission.h"
#include "records/spread/spread_rows.h"
#include "server/house.h"
#include "sql/pool.h"
#include "tests/store/submission_fixture.h"

namespace credit {
namespace {

using catalogue::ColumnRole;

class AdoptionTest : public store::SubmissionTest {
protected:
    // A court's file of one listing with all that it must carry.
    static std::string court_file(const catalogue::Catalogue& catalogue) {
        const auto day = [](int days) {
            return calendar::to_text(today + std::chrono::days{days});
        };
        demo::Table table(catalogue, **catalogue.kinds.find("court_defaulter", today));
        demo::Dice dice(7);
        table.add(demo::make_organisation(dice), **catalogue.authorities.find("SD-COURT"),
                  "示例〔2026〕1号", today,
                  {{ColumnRole::State, "全部未履行"},
                   {ColumnRole::ListStandard, "court_defaulter"},
                   {ColumnRole::ListGround, "违反财产报告制度"},
                   {ColumnRole::ListDocument, "示例失决〔2026〕1号"},
                   {ColumnRole::NoticeOn, day(-20)},
                   {ColumnRole::ServedOn, day(0)},
                   {ColumnRole::Remedy, "可以申请纠正"},
                   {ColumnRole::EndsWhen, "期限届满"},
                   {ColumnRole::ValidThrough, day(365)}});
        return table.csv();
    }

    Result<void> submit_until_visible(server::House& house) {
        const auto file = write(court_file(house.desk().catalogue()));
        const auto staged = TRY(stage(house, "SD-COURT", file));
        TRY(accept(house, staged));
        auto writing = TRY(house.desk().pool().lease(sql::Access::Write));
        return records::spread_submission(*writing, staged.submission_id);
    }

    std::vector<lists::Listing> live() {
        std::vector<lists::Listing> listings;
        const auto session = another_session();
        EXPECT_TRUE(lists::ListingRegister(*session)
                        .visit_live([&](const auto& listing) -> Result<void> {
                            listings.push_back(listing);
                            return {};
                        })
                        .has_value());
        return listings;
    }
};

INSTANTIATE_TEST_SUITE_P(, AdoptionTest, store::both_engines(), store::engine_name);

TEST_P(AdoptionTest, GoesOnWhereTheProcessWasStopped) {
    create();
    {
        const auto house = open();
        ASSERT_TRUE(submit_until_visible(*house).has_value());
        EXPECT_TRUE(live().empty());
    }
    open();
    const auto listings = live();
    ASSERT_EQ(listings.size(), 1U);
    EXPECT_EQ(listings.front().standard, "court_defaulter");
    EXPECT_EQ(listings.front().state, lists::State::InForce);

    open();
    EXPECT_EQ(live().size(), 1U);
    EXPECT_EQ(live().front().listing_id, listings.front().listing_id);
}

// Whoever asks the server to end does not wait for rows that are accepted already.
TEST_P(AdoptionTest, GoesOnWhereTheServerWasToStop) {
    create();
    const auto rows_to_come = [this] {
        return records::are_rows_to_come(*another_session()).value();
    };
    {
        auto still = settings();
        still.by_hand = true;
        const auto house = server::House::open(still).value();
        auto& desk = house->desk();
        desk.observe([&](const ledger::Act& act) {
            if (act.kind == records::accept_submission_kind) desk.close();
        });
        const access::Principal clerk{
            .account = "clerk", .role = access::Role::Clerk, .authority = "SD-COURT"};
        const desk::Caller caller{
            .principal = clerk, .channel = "api", .received_at = clock_.now()};
        const desk::SubmissionFile file{.path = write(court_file(desk.catalogue())),
                                        .authority = "SD-COURT"};
        const auto report = desk::submit(desk, caller, file);
        ASSERT_TRUE(report.has_value());
        EXPECT_TRUE(report->accepted);
        EXPECT_TRUE(rows_to_come());
        const auto after = desk::submit(desk, caller, file);
        ASSERT_FALSE(after.has_value());
        EXPECT_EQ(after.error().grounds.front().word, "desk.closing");
    }
    open();
    EXPECT_FALSE(rows_to_come());
    EXPECT_EQ(live().size(), 1U);
}

}  // namespace
}  // namespace credit
