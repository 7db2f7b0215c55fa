// Copies that came to nothing, on both engines: whatever they left, the next one finds an empty
// place, and nothing is taken for such a remainder that is none.

#include "backup/attempt.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <optional>
#include <string>

#include "foundation/bytes.h"
#include "foundation/durable_file.h"
#include "foundation/result.h"
#include "ledger/keys.h"
#include "ledger/store_places.h"
#include "sql/session.h"
#include "sql/store_lock.h"
#include "tests/store/store_fixture.h"

namespace credit::backup {
namespace {

namespace fs = std::filesystem;

std::string word_of(const Result<void>& outcome) {
    return outcome ? "" : outcome.error().grounds.front().word;
}

class AttemptTest : public store::EmptyStoreTest {
protected:
    ledger::StorePlaces places() const { return ledger::StorePlaces::of(store(), home()).value(); }
    std::optional<fs::path> home() const {
        return GetParam() == sql::Engine::Postgres ? std::optional(folder() / "home")
                                                   : std::nullopt;
    }
    // What a copy writes before it commits.
    void write_beside() const {
        for (const auto& place : {places().keys, places().tokens, places().log / "checkpoint",
                                  places().log / "tile/entries/005", places().files / "ab/cd"}) {
            ASSERT_TRUE(write_whole(place, bytes_of("part")));
        }
    }
    // On SQLite the database as one that was killed left it: with tables and no rows.
    void make_tables() const { ASSERT_TRUE(sql::open_migrated(store())); }
    void commit_rows() const {
        const auto opened = sql::open_migrated(store());
        ASSERT_TRUE(opened);
        ASSERT_TRUE(ledger::enroll_keys(**opened, ledger::Keys::generate()));
    }
    bool on_sqlite() const { return GetParam() == sql::Engine::Sqlite; }

    void SetUp() override {
        EmptyStoreTest::SetUp();
        if (IsSkipped()) return;
        if (on_sqlite()) {
            for (const auto& file : fs::directory_iterator(folder())) fs::remove_all(file.path());
        } else {
            fs::create_directories(folder() / "home");
        }
    }
};
INSTANTIATE_TEST_SUITE_P(, AttemptTest, store::both_engines(), store::engine_name);

TEST_P(AttemptTest, ClearsAwayWhatAKilledOneLeft) {
    ASSERT_TRUE(begin_attempt(places()));
    write_beside();
    make_tables();
    ASSERT_TRUE(write_whole(places().erased, bytes_of("record O1 A-1\n")));
    ASSERT_TRUE(begin_attempt(places()));
    for (const auto& place : {places().keys, places().tokens, places().log, places().files}) {
        EXPECT_FALSE(fs::exists(place)) << place;
    }
    EXPECT_FALSE(on_sqlite() && fs::exists(store()));
    EXPECT_TRUE(fs::exists(places().erased)) << "what must stay erased is forgotten";
    ASSERT_TRUE(end_attempt(places()));
    EXPECT_EQ(word_of(begin_attempt(places())), "");
}

TEST_P(AttemptTest, LeavesACopyThatIsWholeThoughItsEndWasNotTold) {
    ASSERT_TRUE(begin_attempt(places()));
    write_beside();
    commit_rows();
    EXPECT_EQ(word_of(begin_attempt(places())), "backup.not_empty");
    for (const auto& place : {places().keys, places().tokens, places().log, places().files}) {
        EXPECT_TRUE(fs::exists(place)) << place;
    }
    EXPECT_EQ(word_of(begin_attempt(places())), "backup.not_empty");
    EXPECT_TRUE(fs::exists(places().keys));
}

TEST_P(AttemptTest, TouchesNothingThatItDidNotBegin) {
    for (const auto& place :
         {places().keys, places().log / "checkpoint", places().files / "ab/cd"}) {
        ASSERT_TRUE(write_whole(place, bytes_of("kept")));
        EXPECT_EQ(word_of(begin_attempt(places())), "backup.not_empty") << place;
        ASSERT_TRUE(end_attempt(places()));
        EXPECT_EQ(read_whole(place).value(), "kept");
        for (const auto& each : {places().keys, places().log, places().files}) fs::remove_all(each);
    }
    commit_rows();
    EXPECT_EQ(word_of(begin_attempt(places())), "backup.not_empty");
    ASSERT_TRUE(end_attempt(places()));
    EXPECT_FALSE(on_sqlite() && !fs::exists(store()));
}

TEST_P(AttemptTest, KeepsLookUpsThatLieThere) {
    if (!on_sqlite()) GTEST_SKIP() << "they lie in the database";
    ASSERT_TRUE(write_whole(places().lookups, bytes_of("kept")));
    EXPECT_EQ(word_of(begin_attempt(places())), "backup.not_empty");
    EXPECT_EQ(read_whole(places().lookups).value(), "kept");
}

TEST_P(AttemptTest, KeepsTokensThatWereThereBefore) {
    ASSERT_TRUE(write_whole(places().tokens, bytes_of("kept")));
    ASSERT_TRUE(begin_attempt(places()));
    ASSERT_TRUE(end_attempt(places()));
    EXPECT_EQ(read_whole(places().tokens).value(), "kept");
}

class BackupFolder : public testing::Test {
protected:
    // Tests run beside each other.
    BackupFolder()
        : folder_(fs::path(testing::TempDir()) /
                  (std::string("xinheng_backup_folder_") +
                   testing::UnitTest::GetInstance()->current_test_info()->name())) {
        fs::remove_all(folder_);
    }
    ~BackupFolder() override { fs::remove_all(folder_); }

    static std::string begun(const fs::path& folder) {
        const auto lock = begin_folder(folder);
        return lock ? "" : lock.error().grounds.front().word;
    }
    const fs::path folder_;
};

TEST_F(BackupFolder, IsTakenAgainAfterABackupThatWasKilled) {
    EXPECT_EQ(begun(folder_), "");
    ASSERT_TRUE(write_whole(folder_ / "store.db", bytes_of("half")));
    EXPECT_EQ(begun(folder_), "");
    EXPECT_FALSE(fs::exists(folder_ / "store.db"));
    ASSERT_TRUE(write_whole(folder_ / "store.db", bytes_of("whole")));
    ASSERT_TRUE(end_folder(folder_));
    EXPECT_EQ(begun(folder_), "backup.not_empty");
    EXPECT_EQ(read_whole(folder_ / "store.db").value(), "whole");
}

TEST_F(BackupFolder, IsOneBackupsAtATime) {
    const auto lock = begin_folder(folder_);
    ASSERT_TRUE(lock);
    ASSERT_TRUE(write_whole(folder_ / "store.db", bytes_of("half")));
    EXPECT_EQ(begun(folder_), "sql.locked");
    EXPECT_TRUE(fs::exists(folder_ / "store.db"));
}

TEST_F(BackupFolder, IsLeftEmptyByOneThatFailed) {
    {
        const auto lock = begin_folder(folder_);
        ASSERT_TRUE(lock);
        ASSERT_TRUE(write_whole(folder_ / "store.db.log/checkpoint", bytes_of("half")));
        empty_folder(folder_);
    }
    EXPECT_TRUE(fs::is_empty(folder_));
}

TEST_F(BackupFolder, IsNotTakenWithWhatElseWasPutThere) {
    EXPECT_EQ(begun(folder_), "");
    ASSERT_TRUE(write_whole(folder_ / "mine", bytes_of("kept")));
    ASSERT_TRUE(write_whole(folder_ / "store.db", bytes_of("kept")));
    EXPECT_EQ(begun(folder_), "backup.not_empty");
    EXPECT_TRUE(fs::exists(folder_ / "mine") && fs::exists(folder_ / "store.db"));
}

TEST_F(BackupFolder, IsNotTakenOnceItHasItsManifest) {
    EXPECT_EQ(begun(folder_), "");
    ASSERT_TRUE(write_whole(folder_ / "backup.json", bytes_of("{}")));
    EXPECT_EQ(begun(folder_), "backup.not_empty");
}

TEST_F(BackupFolder, IsNobodysElses) {
    ASSERT_TRUE(write_whole(folder_ / "mine", bytes_of("kept")));
    EXPECT_EQ(begun(folder_), "backup.not_empty");
    EXPECT_TRUE(fs::exists(folder_ / "mine"));
}

}  // namespace
}  // namespace credit::backup
