#include "access/token_file.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

namespace credit::access {
namespace {

class TokenFile : public testing::Test {
protected:
    void SetUp() override {
        file_ = std::filesystem::temp_directory_path() /
                ("xinheng-tokens-" + std::to_string(::getpid()));
        std::filesystem::remove(file_);
    }
    void TearDown() override { std::filesystem::remove(file_); }
    void write(const std::string& text) {
        std::ofstream(file_) << text;
        std::filesystem::permissions(file_, std::filesystem::perms::owner_read);
    }
    std::filesystem::path file_;
};

TEST_F(TokenFile, ReadsWhatItWrote) {
    const std::vector<TokenEntry> entries{{.role = Role::Clerk,
                                           .authority = "SD-SAMR",
                                           .account = "clerk",
                                           .token = "xh_a",
                                           .password = "secret"},
                                          {.role = Role::Operator, .token = "xh_b"}};
    ASSERT_TRUE(write_token_file(file_, entries));
    const auto read = read_token_file(file_);
    ASSERT_TRUE(read);
    ASSERT_EQ(read->size(), 2);
    EXPECT_EQ(read->at(0).authority, "SD-SAMR");
    EXPECT_EQ(read->at(0).password, "secret");
    EXPECT_EQ(read->at(1).role, Role::Operator);
    EXPECT_EQ(read->at(1).authority, "");
}

TEST_F(TokenFile, ReadsATokenAlone) {
    write("xh_alone\n");
    EXPECT_EQ(read_token_file(file_).value().at(0).token, "xh_alone");
}

TEST_F(TokenFile, IsRefusedWhenOthersMayReadIt) {
    write("xh_alone\n");
    using std::filesystem::perms;
    std::filesystem::permissions(file_, perms::owner_read | perms::group_read);
    EXPECT_EQ(read_token_file(file_).error().grounds.at(0).word, "access.tokens_open_to_others");
}

TEST_F(TokenFile, NamesTheLineThatIsBroken) {
    write("# fine\nclerk SD-SAMR\n");
    EXPECT_EQ(read_token_file(file_).error().grounds.at(0).arguments.at(0), "2");
}

}  // namespace
}  // namespace credit::access
