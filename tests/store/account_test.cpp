// Accounts and tokens: what acts decide, what they write, and what the register in memory follows.

#include "access/account.h"

#include <gtest/gtest.h>

#include <string>

#include "access/occasion.h"
#include "access/register.h"
#include "access/sign_in.h"
#include "access/token.h"
#include "catalogue/catalogue.h"
#include "foundation/json.h"
#include "law/library.h"
#include "ledger/act.h"
#include "tests/store/store_fixture.h"

namespace credit::access {
namespace {

constexpr Instant now{1'795'392'000'000};
constexpr std::int64_t day_length = 86'400'000;

class AccountTest : public store::StoreTest {
protected:
    Occasion occasion(const Principal& principal) {
        return {.session = session(),
                .law = library_,
                .catalogue = catalogue_,
                .principal = principal,
                .received_at = now,
                .day = day_of(now),
                .act_id = ledger::new_act_id(now)};
    }
    // The act of the draft, applied as performing and rebuilding apply it.
    ledger::Act perform(const Occasion& occasion, const Result<ledger::Draft>& draft) {
        EXPECT_TRUE(draft.has_value()) << word_of(draft);
        ledger::Act act{.id = occasion.act_id,
                        .kind = draft->kind,
                        .home_key = draft->home_key,
                        .occurred_on = draft->occurred_on,
                        .recorded_at = now,
                        .body = draft->body};
        const auto apply = act.kind == "access.open_account"    ? apply_open_account
                           : act.kind == "access.close_account" ? apply_close_account
                           : act.kind == "access.issue_token"   ? apply_issue_token
                                                                : apply_revoke_token;
        EXPECT_TRUE(apply(session(), act).has_value());
        follow(principals_, act);
        return act;
    }
    ledger::Act open(const AccountOpening& opening, const Principal& by) {
        const Occasion at = occasion(by);
        return perform(at, open_account(at, opening));
    }
    std::string refused(const AccountOpening& opening, const Principal& by) {
        return word_of(open_account(occasion(by), opening));
    }
    static std::string word_of(const Result<ledger::Draft>& draft) {
        return draft ? "" : draft.error().grounds.front().word;
    }
    static AccountOpening counter() {
        return {.account = "food-counter",
                .role = Role::ApprovalSystem,
                .authority = "SD-SAMR",
                .password = "a long password"};
    }

    const Principal office{
        .account = "credit-office", .role = Role::CreditOffice, .authority = "SD-DRC"};
    const Principal officer{.account = "officer", .role = Role::Officer, .authority = "SD-SAMR"};
    const law::Library library_ = law::Library::load().value();
    const catalogue::Catalogue catalogue_ = catalogue::Catalogue::load(library_).value();
    Register principals_;
};

INSTANTIATE_TEST_SUITE_P(, AccountTest, store::both_engines(), store::engine_name);

TEST_P(AccountTest, IsOpenedByTheCreditOffice) {
    open(counter(), office);
    const Account account = find_account(session(), "food-counter").value();
    EXPECT_EQ(account.principal.role, Role::ApprovalSystem);
    EXPECT_EQ(account.principal.authority, "SD-SAMR");
    EXPECT_EQ(account.principal.functions, functions_of(Role::ApprovalSystem));
    EXPECT_FALSE(account.password.contains("a long password"));
    EXPECT_EQ(refused(counter(), office), "access.account_taken");
    EXPECT_EQ(refused(counter(), officer), "access.role");
}

TEST_P(AccountTest, HasANameThatIsNobodysNumber) {
    for (const std::string name : {"ab", "Ab-clerk", "clerk 1", "a370102", "1clerk", "张三"}) {
        AccountOpening opening = counter();
        opening.account = name;
        EXPECT_EQ(refused(opening, office), "access.account_name") << name;
    }
    AccountOpening weak = counter();
    weak.password = "elevenchars";
    EXPECT_EQ(refused(weak, office), "access.password_weak");
    AccountOpening homeless = counter();
    homeless.authority = "";
    EXPECT_EQ(refused(homeless, office), "access.authority_missing");
}

TEST_P(AccountTest, OfASubjectNeedsProofSeenByAnOfficer) {
    AccountOpening opening{
        .role = Role::Subject, .subject_key = "O91370000MA0000000X", .password = "a long password"};
    EXPECT_EQ(refused(opening, officer), "access.proof_missing");
    opening.proof = Proof::BusinessLicence;
    EXPECT_EQ(refused(opening, office), "access.role");
    const ledger::Act act = open(opening, officer);
    EXPECT_EQ(act.home_key, opening.subject_key);
    const std::string name = opened_account(act).value();
    EXPECT_TRUE(name.starts_with("subject-")) << name;
    EXPECT_EQ(find_account(session(), name)->principal.subject_key, opening.subject_key);
}

TEST_P(AccountTest, ClosingEndsItsTokens) {
    open(counter(), office);
    const std::string secret = new_secret();
    const Occasion at = occasion(office);
    perform(at, issue_token(at, {.account = "food-counter",
                                 .digest = digest_of(secret),
                                 .functions = {Function::Checking},
                                 .ends_at = {now.milliseconds + day_length}}));
    ASSERT_NE(principals_.find(secret, now), nullptr);
    const Occasion later = occasion(office);
    perform(later, close_account(later, "food-counter"));
    EXPECT_EQ(principals_.find(secret, now), nullptr);
    EXPECT_FALSE(find_account(session(), "food-counter").has_value());
    Register reloaded;
    ASSERT_TRUE(load_tokens(session(), reloaded).has_value());
    EXPECT_EQ(reloaded.find(secret, now), nullptr);
}

TEST_P(AccountTest, ATokenIsNarrowAndEnds) {
    open(counter(), office);
    const auto issue = [&](Functions functions, std::int64_t ends_at) {
        return word_of(issue_token(occasion(office), {.account = "food-counter",
                                                      .digest = digest_of("x"),
                                                      .functions = functions,
                                                      .ends_at = {ends_at}}));
    };
    const std::int64_t last = now.milliseconds + 366 * day_length;
    EXPECT_EQ(issue({Function::Checking}, last), "");
    EXPECT_EQ(issue({Function::Checking}, last + 1), "access.token_expiry");
    EXPECT_EQ(issue({Function::Checking}, now.milliseconds), "access.token_expiry");
    EXPECT_EQ(issue({Function::Checking}, now.milliseconds + 1), "");
    EXPECT_EQ(issue({}, last), "access.token_scope");
    EXPECT_EQ(issue({Function::Listing}, last), "access.token_scope");
}

TEST_P(AccountTest, ATokenIsRevokedByItsHolderOrTheCreditOffice) {
    open(counter(), office);
    const std::string secret = new_secret();
    const Occasion at = occasion(office);
    const ledger::Act issued = perform(at, issue_token(at, {.account = "food-counter",
                                                            .digest = digest_of(secret),
                                                            .functions = {Function::Checking},
                                                            .ends_at = {now.milliseconds + 1000}}));
    EXPECT_FALSE(issued.body.contains(secret));
    EXPECT_TRUE(issues(issued, digest_of(secret)));
    Register reloaded;
    ASSERT_TRUE(load_tokens(session(), reloaded).has_value());
    ASSERT_NE(reloaded.find(secret, now), nullptr);
    EXPECT_EQ(reloaded.find(secret, now)->functions, Functions{Function::Checking});
    EXPECT_EQ(word_of(revoke_token(occasion(officer), issued.id)), "access.role");
    const Principal holder{.account = "food-counter", .role = Role::ApprovalSystem};
    const Occasion later = occasion(holder);
    perform(later, revoke_token(later, issued.id));
    EXPECT_EQ(principals_.find(secret, now), nullptr);
    EXPECT_EQ(word_of(revoke_token(occasion(holder), issued.id)), "access.token_unknown");
}

TEST_P(AccountTest, SignsInWithItsPasswordAndWaitsAfterFailures) {
    open(counter(), office);
    SignIn sign_in(principals_);
    const auto attempt = [&](std::string_view account, std::string_view password, Instant at) {
        const auto signed_in = sign_in.open(session(), account, password, at);
        return signed_in ? std::string() : signed_in.error().grounds.front().word;
    };
    const auto signed_in = sign_in.open(session(), "food-counter", "a long password", now);
    ASSERT_TRUE(signed_in.has_value());
    EXPECT_EQ(principals_.find(signed_in->secret, now)->account, "food-counter");
    EXPECT_TRUE(principals_.end_session(digest_of(signed_in->secret)));
    EXPECT_EQ(principals_.find(signed_in->secret, now), nullptr);
    EXPECT_EQ(attempt("nobody", "a long password", now), "access.sign_in_refused");
    for (int count = 0; count < 5; ++count) {
        EXPECT_EQ(attempt("food-counter", "wrong", now), "access.sign_in_refused");
    }
    EXPECT_EQ(attempt("food-counter", "a long password", now), "access.sign_in_wait");
    EXPECT_EQ(attempt("food-counter", "a long password", {now.milliseconds + 59'999}),
              "access.sign_in_wait");
    EXPECT_EQ(attempt("food-counter", "a long password", {now.milliseconds + 60'000}), "");
}

}  // namespace
}  // namespace credit::access
