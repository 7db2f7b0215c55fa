#include "erasure/journal.h"

#include <gtest/gtest.h>
#include <sys/resource.h>

#include <csignal>
#include <filesystem>
#include <string>
#include <vector>

#include "erasure/erase_item.h"
#include "foundation/bytes.h"
#include "foundation/crypto.h"
#include "foundation/durable_file.h"

namespace credit::erasure {
namespace {

// No file of this process grows past so many bytes: what a full disk does, at a place of choice.
class FileLimit {
public:
    explicit FileLimit(rlim_t bytes) : handler_(std::signal(SIGXFSZ, SIG_IGN)) {
        getrlimit(RLIMIT_FSIZE, &before_);
        const rlimit limit{.rlim_cur = bytes, .rlim_max = before_.rlim_max};
        setrlimit(RLIMIT_FSIZE, &limit);
    }
    FileLimit(const FileLimit&) = delete;
    FileLimit& operator=(const FileLimit&) = delete;
    ~FileLimit() {
        setrlimit(RLIMIT_FSIZE, &before_);
        std::signal(SIGXFSZ, handler_);
    }

private:
    rlimit before_{};
    void (*handler_)(int);
};

class Journal : public testing::Test {
protected:
    Journal()
        : file_(std::filesystem::path(testing::TempDir()) /
                ("xinheng_journal_" + to_hex(crypto::random_key()).substr(0, 12))) {}
    ~Journal() override { std::filesystem::remove(file_); }

    const Erased first_{.subject_key = "O1", .item_id = "A-1"};
    const Erased second_{.subject_key = "O2", .item_id = "B-1", .what = What::Evidence};
    const std::filesystem::path file_;
};

TEST_F(Journal, LeavesNoPartOfWhatCouldNotBeAdded) {
    ASSERT_TRUE(add_to_journal(file_, first_));
    {
        const FileLimit limit(std::filesystem::file_size(file_) + 5);
        const auto outcome = add_to_journal(file_, second_);
        ASSERT_FALSE(outcome);
        EXPECT_EQ(outcome.error().grounds.front().word, "foundation.file_not_written");
    }
    ASSERT_TRUE(add_to_journal(file_, second_));
    EXPECT_EQ(read_journal(file_).value(), (std::vector{first_, second_}));
}

TEST_F(Journal, PassesOverWhatACrashLeftOfALine) {
    const std::string whole = "record O1 A-1\n";
    const std::string last = "evidence O2 B-1";
    for (std::size_t length = 0; length <= last.size(); ++length) {
        ASSERT_TRUE(write_whole(file_, bytes_of(whole + last.substr(0, length))));
        EXPECT_EQ(read_journal(file_).value(), std::vector{first_}) << length;
    }
}

TEST_F(Journal, IsBrokenWhereNoCrashLeftIt) {
    for (const std::string text : {"broken", "record O1 A-1\nbroken", "recordevidence O1 A-1",
                                   "record O1\n", "evil O1 A-1", "records"}) {
        ASSERT_TRUE(write_whole(file_, bytes_of(text)));
        const auto read = read_journal(file_);
        ASSERT_FALSE(read) << text;
    }
}

}  // namespace
}  // namespace credit::erasure
