// What is left of a submission when something fails on its way, on both engines.

#include <gtest/gtest.h>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "access/principal.h"
#include "catalogue/catalogue.h"
#include "catalogue/column.h"
#include "demo/synthetic.h"
#include "demo/table.h"
#include "desk/clerk/left_submissions.h"
#include "desk/desk.h"
#include "desk/submit.h"
#include "desk/turn.h"
#include "foundation/result.h"
#include "ledger/store_places.h"
#include "records/accept_submission.h"
#include "server/house.h"
#include "sql/pool.h"
#include "sql/session.h"
#include "sql/statement.h"
#include "tests/store/submission_fixture.h"

namespace credit {
namespace {

using catalogue::ColumnRole;

constexpr std::string_view bureau = "SD-SAMR";

class LeftSubmissionTest : public store::SubmissionTest {
protected:
    void SetUp() override {
        SubmissionTest::SetUp();
        if (!IsSkipped()) begin();
    }

    // A file of penalties about one organisation and one person, whom nobody knew.
    std::filesystem::path penalties(std::string_view amount) {
        const auto& catalogue = desk().catalogue();
        demo::Table table(catalogue, **catalogue.kinds.find("penalty", today));
        demo::Dice dice(7);
        const auto organisation = demo::make_organisation(dice);
        const auto person = demo::make_person(dice);
        const demo::Values values{{ColumnRole::Amount, std::string(amount)}};
        const auto& authority = **catalogue.authorities.find(bureau);
        table.add(organisation, authority, "示例〔2026〕1号", today, values);
        table.add(person, authority, "示例〔2026〕2号", today, values);
        return write(table.csv());
    }

    Result<desk::SubmissionReport> submit(const std::filesystem::path& file,
                                          std::string_view key = {}) {
        const access::Principal clerk{
            .account = "clerk", .role = access::Role::Clerk, .authority = std::string(bureau)};
        return desk::submit(desk(),
                            {.principal = clerk,
                             .channel = "api",
                             .received_at = clock_.now(),
                             .idempotency_key = key},
                            {.path = file, .authority = std::string(bureau)});
    }

    std::int64_t rows() { return count("SELECT COUNT(*) FROM record"); }
    std::int64_t kept() { return count("SELECT COUNT(*) FROM vault"); }
    std::int64_t waiting() { return count("SELECT COUNT(*) FROM staged_identifier"); }
};

INSTANTIATE_TEST_SUITE_P(, LeftSubmissionTest, store::both_engines(), store::engine_name);

TEST_P(LeftSubmissionTest, WhatWasAcceptedIsVisibleBeforeTheNextComes) {
    const auto first = stage(*house_, bureau, penalties("1"));
    ASSERT_TRUE(first.has_value());
    ASSERT_TRUE(accept(*house_, *first).has_value());
    EXPECT_EQ(visible(), 0);
    const auto corrected = submit(penalties("2"));
    ASSERT_TRUE(corrected.has_value());
    EXPECT_EQ(corrected->counts.superseded, 2);
    EXPECT_EQ(visible(), 2);
    EXPECT_EQ(under_way(), 0);
    EXPECT_EQ(count("SELECT COUNT(*) FROM record_end WHERE ended_as = 'superseded'"), 2);
    house_.reset();
    house_ = open();
    EXPECT_EQ(count("SELECT COUNT(*) FROM record_current JOIN record"
                    " ON record.subject_key = record_current.subject_key"
                    " AND record.record_id = record_current.record_id"
                    " WHERE record.submission_id = (SELECT MAX(submission_id) FROM submission)"),
              2)
        << "the correction stands after a start too";
}

TEST_P(LeftSubmissionTest, WhatWasNotAcceptedIsGoneWithTheNextTurn) {
    ASSERT_TRUE(stage(*house_, bureau, penalties("1")).has_value());
    EXPECT_EQ(rows(), 2);
    EXPECT_EQ(waiting(), 1);
    ASSERT_TRUE(desk::Turn::take(desk()).has_value());
    EXPECT_EQ(rows(), 0);
    EXPECT_EQ(waiting(), 0);
    EXPECT_EQ(kept(), 0);
    EXPECT_EQ(under_way(), 0);
}

TEST_P(LeftSubmissionTest, WhoHasTheTurnIsNotDisturbed) {
    auto turn = desk::Turn::take(desk());
    ASSERT_TRUE(turn.has_value());
    ASSERT_TRUE(stage(*house_, bureau, penalties("1")).has_value());
    ASSERT_TRUE(desk::Turn::finish_left(desk()).has_value());
    EXPECT_EQ(rows(), 2);
    if (!ledger::is_postgres(store())) return;
    // Another node that starts.
    auto beside = settings();
    beside.home = folder() / "beside";
    std::filesystem::copy(folder() / "home", *beside.home,
                          std::filesystem::copy_options::recursive);
    EXPECT_TRUE(server::House::open(beside).has_value());
    EXPECT_EQ(rows(), 2);
}

TEST_P(LeftSubmissionTest, WhatIsAcceptedCannotBeDropped) {
    const auto staged = stage(*house_, bureau, penalties("1"));
    ASSERT_TRUE(staged.has_value());
    ASSERT_TRUE(accept(*house_, *staged).has_value());
    {
        auto lease = desk().pool().lease(sql::Access::Write);
        ASSERT_TRUE(records::drop_staged(**lease, staged->submission_id).has_value());
    }
    EXPECT_EQ(rows(), 2);
    ASSERT_TRUE(desk::Turn::take(desk()).has_value());
    EXPECT_EQ(visible(), 2);
}

TEST_P(LeftSubmissionTest, WhatWasDroppedCannotBeAccepted) {
    const auto staged = stage(*house_, bureau, penalties("1"));
    ASSERT_TRUE(staged.has_value());
    {
        auto lease = desk().pool().lease(sql::Access::Write);
        ASSERT_TRUE(records::drop_staged(**lease, staged->submission_id).has_value());
    }
    const auto accepted = accept(*house_, *staged);
    ASSERT_FALSE(accepted.has_value());
    EXPECT_EQ(accepted.error().code, ErrorCode::Unavailable);
    EXPECT_EQ(count("SELECT COUNT(*) FROM submission"), 0);
    EXPECT_EQ(under_way(), 0);
}

TEST_P(LeftSubmissionTest, AnIdentifierIsKeptWhenItsRowIsVisible) {
    const auto staged = stage(*house_, bureau, penalties("1"));
    ASSERT_TRUE(staged.has_value());
    ASSERT_TRUE(accept(*house_, *staged).has_value());
    EXPECT_EQ(kept(), 0);
    EXPECT_EQ(waiting(), 1);
    ASSERT_TRUE(desk::Turn::take(desk()).has_value());
    EXPECT_EQ(kept(), 1);
    EXPECT_EQ(waiting(), 0);
}

TEST_P(LeftSubmissionTest, TheClerkFinishesWhatNobodyIsAtWorkOn) {
    const auto staged = stage(*house_, bureau, penalties("1"));
    ASSERT_TRUE(staged.has_value());
    ASSERT_TRUE(accept(*house_, *staged).has_value());
    desk::LeftSubmissions left(desk());
    const auto now = clock_.now();
    ASSERT_TRUE(left.look(now).has_value());
    ASSERT_TRUE(left.look({now.milliseconds + 59'999}).has_value());
    EXPECT_EQ(visible(), 0);
    ASSERT_TRUE(left.look({now.milliseconds + 60'000}).has_value());
    EXPECT_EQ(visible(), 2);
}

TEST_P(LeftSubmissionTest, TheSameRequestIsToldWhatCameOfIt) {
    const auto file = penalties("1");
    const auto first = submit(file, "a-key-of-a-client");
    ASSERT_TRUE(first.has_value());
    EXPECT_EQ(first->counts.accepted, 2);
    const auto again = submit(file, "a-key-of-a-client");
    ASSERT_TRUE(again.has_value());
    EXPECT_TRUE(again->accepted);
    EXPECT_EQ(again->submission_id, first->submission_id);
    EXPECT_EQ(again->counts.accepted, 2);
    EXPECT_EQ(again->counts.unchanged, 0);
    const auto by_another_key = submit(file, "another-key-of-a-client");
    ASSERT_TRUE(by_another_key.has_value());
    EXPECT_EQ(by_another_key->counts.unchanged, 2);
    EXPECT_EQ(under_way(), 0);
    EXPECT_EQ(rows(), 2);
}

}  // namespace
}  // namespace credit
