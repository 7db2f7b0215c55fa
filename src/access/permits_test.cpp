#include "access/permits.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace credit::access {
namespace {

Principal principal_of(Role role, std::string authority = "SD-SAMR") {
    return {.account = "someone", .role = role, .authority = std::move(authority)};
}

std::vector<std::string> words_against(const Principal& principal, std::string_view operation,
                                       std::string_view authority, std::string_view purpose = {}) {
    std::vector<std::string> words;
    for (const Ground& ground : permits(principal, operation, authority, purpose)) {
        words.push_back(ground.word);
    }
    return words;
}

using Words = std::vector<std::string>;

TEST(Permits, DeniesWhatNoRowGrants) {
    EXPECT_EQ(words_against(principal_of(Role::Officer), "delete_everything", "SD-SAMR"),
              Words{"access.no_such_right"});
}

TEST(Permits, KeepsApartWhoPreparesAndWhoSigns) {
    EXPECT_EQ(words_against(principal_of(Role::Clerk), "propose_listing", "SD-SAMR"), Words{});
    EXPECT_EQ(words_against(principal_of(Role::Clerk), "decide_listing", "SD-SAMR"),
              Words{"access.role"});
    EXPECT_EQ(words_against(principal_of(Role::Officer), "decide_listing", "SD-SAMR"), Words{});
}

TEST(Permits, ActsForItsOwnAuthorityOnly) {
    EXPECT_EQ(words_against(principal_of(Role::Officer), "decide_listing", "JN-SAMR"),
              Words{"access.other_authority"});
}

TEST(Permits, AsksForAPurpose) {
    const Principal counter = principal_of(Role::ApprovalSystem);
    EXPECT_EQ(words_against(counter, "check", "SD-SAMR", "approval"), Words{});
    EXPECT_EQ(words_against(counter, "check", "SD-SAMR"), Words{"access.purpose_missing"});
}

TEST(Permits, ATokenIsNarrowerThanItsRole) {
    Principal counter = principal_of(Role::ApprovalSystem);
    counter.functions = {Function::Reading};
    EXPECT_EQ(words_against(counter, "check", "SD-SAMR", "approval"), Words{"access.function"});
    counter.functions = {Function::Checking, Function::Accounts};
    EXPECT_EQ(words_against(counter, "check", "SD-SAMR", "approval"), Words{});
    EXPECT_EQ(words_against(counter, "issue_token", ""), (Words{"access.role", "access.function"}));
}

TEST(Permits, TheOperatorReadsNoContent) {
    const Principal keeper = principal_of(Role::Operator, "");
    for (const std::string_view operation : {"read_submission", "look_up_subject_with_rights",
                                             "check", "read_listing", "read_lookups"}) {
        EXPECT_FALSE(permits(keeper, operation, "", "approval").empty()) << operation;
    }
}

TEST(Permits, ThePublicReadsCatalogues) {
    EXPECT_EQ(words_against({}, "read_measures", ""), Words{});
    EXPECT_EQ(words_against({}, "submit", ""), (Words{"access.role", "access.function"}));
}

TEST(Permits, NamesEveryGroundInOrder) {
    EXPECT_EQ(words_against(principal_of(Role::Auditor), "check", "JN-SAMR"),
              (Words{"access.role", "access.function", "access.other_authority",
                     "access.purpose_missing"}));
}

}  // namespace
}  // namespace credit::access
