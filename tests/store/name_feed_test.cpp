// The feed of those who hold names in memory, on both engines: what commits say while all is read,
// what cannot be read, and submissions whose rows are not all visible.

#include "records/names/name_feed.h"

#include <gtest/gtest.h>

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "foundation/result.h"
#include "ledger/act.h"
#include "sql/pool.h"
#include "sql/session.h"
#include "sql/statement.h"
#include "tests/store/rows_to_come.h"
#include "tests/store/store_fixture.h"

namespace credit::records {
namespace {

const std::string company = "O91370200264574251E";
const std::string authority = "ASD-SAMR";

constexpr sql::Statement file_rows{
    .name = "test.file_rows",
    .text =
        "INSERT INTO submission (home_key, submission_id, act_id, kind, version, file_digest,"
        " received_on, accepted, rejected, unchanged, superseded, quarantined, row_count,"
        " root) VALUES ('ASD-SAMR', $1, $1, $2, '2021', '', '2026-03-02', 10, 0, 0, 0, 0, 10,"
        " '')"};
using store::acceptance;
using store::act_on;
using store::begin_rows;
using store::show_rows;

class NameFeedTest : public store::StoreTest {
protected:
    void SetUp() override {
        StoreTest::SetUp();
        if (IsSkipped()) return;
        pool_ = std::make_unique<sql::Pool>(store(), 2);
    }

    // What was read stands in read_, in order.
    NameFeed::Readers readers() {
        return {.all = [this]() -> Result<void> {
                    read_.emplace_back("all");
                    if (while_reading_) while_reading_();
                    return store_is_away_ ? fail(ErrorCode::Unavailable, "sql.away")
                                          : Result<void>{};
                },
                .of_subject = [this](std::string_view key) { return note(key); },
                .of_submission = [this](std::string_view id) { return note(id); }};
    }
    bool note(std::string_view what) {
        read_.emplace_back(what);
        return !store_is_away_;
    }
    std::vector<std::string> take_read() { return std::exchange(read_, {}); }
    void accept(const std::string& submission, const std::string& kind) {
        ASSERT_TRUE(session().execute(file_rows, {submission, kind}));
        ASSERT_TRUE(session().execute(begin_rows, {submission}));
    }
    void show(const std::string& submission) {
        ASSERT_TRUE(session().execute(show_rows, {submission}));
    }

    using Read = std::vector<std::string>;
    std::unique_ptr<sql::Pool> pool_;
    Read read_;
    bool store_is_away_ = false;
    std::function<void()> while_reading_;
};

INSTANTIATE_TEST_SUITE_P(, NameFeedTest, store::both_engines(), store::engine_name);

TEST_P(NameFeedTest, ReadsASubjectWithItsCommit) {
    NameFeed feed(*pool_, NameFeed::Rows::All, readers());
    feed.follow(act_on(company));
    EXPECT_EQ(take_read(), Read{}) << "nothing is held yet";
    ASSERT_TRUE(feed.fill().has_value());
    EXPECT_TRUE(feed.filled());
    EXPECT_EQ(take_read(), Read{"all"});
    feed.follow(act_on(company));
    feed.follow(act_on(authority));
    EXPECT_EQ(take_read(), Read{company}) << "an authority has no names to read";
    ASSERT_TRUE(feed.fill().has_value());
    EXPECT_EQ(take_read(), Read{}) << "it is filled";
}

TEST_P(NameFeedTest, ReadsAgainWhatChangedWhileAllWasRead) {
    NameFeed feed(*pool_, NameFeed::Rows::All, readers());
    while_reading_ = [&] { feed.follow(act_on(company)); };
    ASSERT_TRUE(feed.fill().has_value());
    EXPECT_EQ(take_read(), (Read{"all", company}));
}

TEST_P(NameFeedTest, ReadsAgainWhatCouldNotBeRead) {
    NameFeed feed(*pool_, NameFeed::Rows::All, readers());
    ASSERT_TRUE(feed.fill().has_value());
    take_read();
    store_is_away_ = true;
    feed.follow(act_on(company));
    EXPECT_EQ(feed.catch_up(), 1U);
    store_is_away_ = false;
    EXPECT_EQ(feed.catch_up(), 0U);
    EXPECT_EQ(take_read(), (Read{company, company, company}));
    EXPECT_EQ(feed.catch_up(), 0U);
    EXPECT_EQ(take_read(), Read{});
}

TEST_P(NameFeedTest, IsFilledAgainWhereItFailed) {
    NameFeed feed(*pool_, NameFeed::Rows::All, readers());
    store_is_away_ = true;
    EXPECT_FALSE(feed.fill().has_value());
    feed.follow(act_on(company));
    EXPECT_FALSE(feed.filled());
    EXPECT_EQ(take_read(), Read{"all"});
    store_is_away_ = false;
    ASSERT_TRUE(feed.fill().has_value());
    EXPECT_EQ(take_read(), (Read{"all", company}));
}

TEST_P(NameFeedTest, ReadsASubmissionWhenAllItsRowsAreVisible) {
    NameFeed feed(*pool_, NameFeed::Rows::All, readers());
    ASSERT_TRUE(feed.fill().has_value());
    take_read();
    accept("01P", "penalty");
    feed.follow(acceptance("01P", "penalty"));
    EXPECT_TRUE(feed.rows_to_come());
    EXPECT_EQ(feed.catch_up(), 1U);
    EXPECT_EQ(take_read(), Read{});
    show("01P");
    EXPECT_EQ(feed.catch_up(), 0U);
    EXPECT_FALSE(feed.rows_to_come());
    EXPECT_EQ(take_read(), Read{"01P"});
}

// Another node accepted it before this one began: nothing tells of it any more.
TEST_P(NameFeedTest, KnowsTheSubmissionsThatAreOnTheirWay) {
    accept("01P", "penalty");
    accept("01R", "registration");
    NameFeed all(*pool_, NameFeed::Rows::All, readers());
    NameFeed registrations(*pool_, NameFeed::Rows::OfRegistrations, readers());
    ASSERT_TRUE(all.fill().has_value());
    ASSERT_TRUE(registrations.fill().has_value());
    take_read();
    EXPECT_TRUE(registrations.rows_to_come());
    show("01P");
    EXPECT_EQ(all.catch_up(), 1U);
    EXPECT_EQ(take_read(), Read{"01P"});
    EXPECT_EQ(registrations.catch_up(), 1U);
    EXPECT_EQ(take_read(), Read{}) << "penalties change no name that is known";
    show("01R");
    EXPECT_EQ(all.catch_up() + registrations.catch_up(), 0U);
    EXPECT_EQ(take_read(), (Read{"01R", "01R"}));
    EXPECT_FALSE(registrations.rows_to_come());
}

TEST_P(NameFeedTest, NotesWhatAReaderOfAnEarlierStateTells) {
    NameFeed feed(*pool_, NameFeed::Rows::All, readers());
    while_reading_ = [&] { feed.note(act_on(company)); };
    ASSERT_TRUE(feed.fill().has_value());
    EXPECT_EQ(take_read(), (Read{"all", company}));
}

}  // namespace
}  // namespace credit::records
