// Token (访问令牌): what an API client shows instead of a password; random, scoped, expiring.
//
// The secret is shown once, when it is issued; the register keeps its SHA-256 only.

#pragma once

#include <string>
#include <string_view>

#include "access/occasion.h"
#include "access/principal.h"
#include "foundation/clock.h"
#include "foundation/crypto.h"
#include "foundation/result.h"
#include "ledger/act.h"
#include "ledger/draft.h"

namespace credit::sql {
class Session;
}

namespace credit::access {

class Register;

// "xh_" and 52 characters of base 32: 256 random bits.
std::string new_secret();
crypto::Digest digest_of(std::string_view secret);

struct TokenIssue {
    std::string account;
    crypto::Digest digest{};  // of the new secret, which the caller keeps to show it once
    Functions functions;      // some of the account's
    Instant ends_at{};
};

// access.issue_token. NotFound "access.account_unknown"; InvalidInput "access.token_expiry",
// "access.token_scope"; NotPermitted with grounds.
Result<ledger::Draft> issue_token(const Occasion& occasion, const TokenIssue& issue);
Result<void> apply_issue_token(sql::Session& session, const ledger::Act& act);
// Whether the act issued the token with that digest.
bool issues(const ledger::Act& act, const crypto::Digest& digest);

// access.revoke_token. NotFound "access.token_unknown"; NotPermitted with grounds.
Result<ledger::Draft> revoke_token(const Occasion& occasion, std::string_view token_id);
Result<void> apply_revoke_token(sql::Session& session, const ledger::Act& act);

// Of the account to which an act about a token belongs: its home key.
Result<std::string> home_of_account(sql::Session& session, std::string_view account);
Result<std::string> home_of_token(sql::Session& session, std::string_view token_id);

// Every live token of the store into the register.
Result<void> load_tokens(sql::Session& session, Register& principals);

// What an act of this folder means for the register in memory; other acts mean nothing. Called
// after the commit.
void follow(Register& principals, const ledger::Act& act);

}  // namespace credit::access
