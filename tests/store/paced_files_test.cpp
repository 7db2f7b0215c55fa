#include <gtest/gtest.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <filesystem>
#include <memory>
#include <string>
#include <thread>

#include "sql/session.h"
#include "sql/statement.h"
#include "sql/write_behind.h"
#include "tests/store/opened_store.h"

namespace {

std::atomic<int> syncs = 0;
std::atomic<int> begun = 0;

}  // namespace

// In place of the C library's: counted, and done as it does them.
extern "C" int fdatasync(int file) {
    ++syncs;
    return static_cast<int>(::syscall(SYS_fdatasync, file));
}

extern "C" int sync_file_range(int file, off64_t from, off64_t count, unsigned flags) {
    const long done = ::syscall(SYS_sync_file_range, file, from, count, flags);
    if (done == 0) ++begun;
    return static_cast<int>(done);
}

namespace credit::sql {
namespace {

constexpr Statement make{.name = "make", .text = "CREATE TABLE held (number BIGINT, text TEXT)"};
constexpr Statement put{.name = "put", .text = "INSERT INTO held VALUES ($1, $2)"};
constexpr Statement count{.name = "count", .text = "SELECT COUNT(*) FROM held"};

constexpr int pieces = 2'000'000 / (256 * 1024);

class PacedFiles : public testing::Test {
protected:
    ~PacedFiles() override {
        session_.reset();
        std::filesystem::remove_all(folder_);
    }

    // Some two megabytes in one commit; how often the disk was asked for what was written.
    int syncs_of_a_large_commit() {
        const int before = syncs;
        auto transaction = Transaction::begin(*session_).value();
        for (int number = 0; number < 500; ++number) {
            EXPECT_TRUE(session_->execute(put, {number, std::string(4000, 'x')}));
        }
        EXPECT_TRUE(transaction.commit());
        return syncs - before;
    }

    std::filesystem::path folder_ = store::private_folder();
    std::unique_ptr<Session> session_ = store::opened(folder_ / "store.db");
};

TEST_F(PacedFiles, ALargeCommitReachesTheDiskInPieces) {
    const auto beside = store::opened(folder_ / "beside.db");
    ASSERT_TRUE(session_->execute(make));
    ASSERT_TRUE(beside->execute(make));
    EXPECT_GE(syncs_of_a_large_commit(), pieces);
    EXPECT_EQ(session_->query(count).value().front().integer(0), 500);
}

TEST_F(PacedFiles, ASmallCommitReachesItAtOnce) {
    ASSERT_TRUE(session_->execute(make));
    const int before = syncs;
    ASSERT_TRUE(session_->execute(put, {1, std::string("x")}));
    EXPECT_EQ(syncs - before, 1);
}

TEST_F(PacedFiles, WhereNobodyElseWaitsTheDiskBeginsAndIsWaitedForOnce) {
    const auto beside = store::opened(folder_ / "beside.db");
    ASSERT_TRUE(beside->execute(make));
    ASSERT_TRUE(session_->execute(make));
    std::this_thread::sleep_for(std::chrono::milliseconds(1'100));
    const int before = begun;
    EXPECT_EQ(syncs_of_a_large_commit(), 1);
    EXPECT_GE(begun - before, pieces);
}

TEST_F(PacedFiles, WhatBeginsAgainIsNotWaitedForAndWhatComesAfterIs) {
    ASSERT_TRUE(session_->execute(make));
    const int before = syncs;
    {
        auto transaction = Transaction::begin_behind(*session_).value();
        ASSERT_TRUE(session_->execute(put, {1, std::string("x")}));
        ASSERT_TRUE(transaction.commit());
    }
    EXPECT_EQ(syncs - before, 0);
    ASSERT_TRUE(session_->execute(put, {2, std::string("x")}));
    EXPECT_EQ(syncs - before, 1);
    {
        const auto undone = Transaction::begin_behind(*session_).value();
        ASSERT_TRUE(session_->execute(put, {3, std::string("x")}));
    }
    auto transaction = Transaction::begin(*session_).value();
    ASSERT_TRUE(session_->execute(put, {4, std::string("x")}));
    ASSERT_TRUE(transaction.commit());
    EXPECT_EQ(syncs - before, 2);
    EXPECT_EQ(session_->query(count).value().front().integer(0), 3);
}

TEST_F(PacedFiles, WhatIsThrownAwayIsNotWaitedFor) {
    ASSERT_TRUE(write_for_now(*session_));
    ASSERT_TRUE(session_->execute(make));
    const int before = begun;
    EXPECT_EQ(syncs_of_a_large_commit(), 0);
    ASSERT_TRUE(Transaction::begin_behind(*session_).value().commit());
    EXPECT_EQ(syncs_of_a_large_commit(), 0);
    EXPECT_GE(begun - before, 2 * pieces);  // lest the disk get all of it at once in the end
}

}  // namespace
}  // namespace credit::sql
