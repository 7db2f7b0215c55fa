#include "access/token.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdint>
#include <string>
#include <utility>

#include "access/account.h"
#include "access/occasion.h"
#include "access/permits.h"
#include "access/principal.h"
#include "access/register.h"
#include "access/token.sql.h"
#include "access/words_of_functions.h"
#include "foundation/bytes.h"
#include "foundation/check.h"
#include "foundation/crypto.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "ledger/act.h"
#include "ledger/draft.h"
#include "sql/session.h"

namespace credit::access {
namespace {

constexpr std::chrono::days validity_max{366};

std::int64_t milliseconds_of(std::chrono::days days) {
    return std::chrono::milliseconds(days).count();
}

Result<crypto::Digest> read_digest(const JsonObject& body) {
    const std::string hex = TRY(read_text(body, "digest"));
    const Bytes bytes = TRY(from_hex(hex));
    crypto::Digest digest{};
    CHECK(bytes.size() == digest.size());
    std::ranges::copy(bytes, digest.begin());
    return digest;
}

// Who the token of an act of issuing stands for, from the act's body alone.
Result<Principal> read_principal(const JsonObject& body) {
    const std::string role = TRY(read_text(body, "role"));
    const std::string functions = TRY(read_text(body, "functions"));
    return Principal{.account = TRY(read_text(body, "account")),
                     .role = TRY(parse_role(role)),
                     .authority = TRY(read_text(body, "authority")),
                     .subject_key = TRY(read_text(body, "subject_key")),
                     .functions = TRY(functions_of_words(functions))};
}

Result<void> follow_body(Register& principals, const ledger::Act& act) {
    const JsonObject body = TRY(parse_object(act.body));
    if (act.kind == "access.close_account") {
        principals.revoke_all(TRY(read_text(body, "account")));
        return {};
    }
    const crypto::Digest digest = TRY(read_digest(body));
    if (act.kind == "access.revoke_token") {
        principals.revoke(digest);
        return {};
    }
    principals.admit(digest, TRY(read_principal(body)), {TRY(read_integer(body, "ends_at"))});
    return {};
}

}  // namespace

std::string new_secret() {
    return "xh_" + to_base32(crypto::random_key());
}

crypto::Digest digest_of(std::string_view secret) {
    return crypto::sha256(bytes_of(secret));
}

Result<ledger::Draft> issue_token(const Occasion& occasion, const TokenIssue& issue) {
    const Account account = TRY(find_account(occasion.session, issue.account));
    const Principal& holder = account.principal;
    TRY(authorise(occasion.principal, "issue_token", holder.authority));
    const std::int64_t now = occasion.received_at.milliseconds;
    const std::int64_t ends_at = issue.ends_at.milliseconds;
    if (ends_at <= now || ends_at > now + milliseconds_of(validity_max)) {
        return fail(ErrorCode::InvalidInput, "access.token_expiry",
                    {std::to_string(validity_max.count())}, "/ends_on");
    }
    if (issue.functions == Functions{} || !issue.functions.within(holder.functions)) {
        return fail(ErrorCode::InvalidInput, "access.token_scope", {}, "/functions");
    }
    const JsonObject body{
        {"account", holder.account},
        {"role", id_of(holder.role)},
        {"authority", holder.authority},
        {"subject_key", holder.subject_key},
        {"functions", words_of(issue.functions)},
        {"digest", to_hex(issue.digest)},
        {"ends_at", ends_at},
    };
    return ledger::Draft{.kind = "access.issue_token",
                         .home_key = home_of(holder),
                         .occurred_on = occasion.day,
                         .body = to_text(body)};
}

Result<void> apply_issue_token(sql::Session& session, const ledger::Act& act) {
    const JsonObject body = TRY(parse_object(act.body));
    const crypto::Digest digest = TRY(read_digest(body));
    const std::string account = TRY(read_text(body, "account"));
    const std::string functions = TRY(read_text(body, "functions"));
    const std::int64_t ends_at = TRY(read_integer(body, "ends_at"));
    TRY(session.execute(statements::insert_token,
                        {act.id, BytesView(digest), account, functions, ends_at}));
    return {};
}

Result<ledger::Draft> revoke_token(const Occasion& occasion, std::string_view token_id) {
    const auto row = TRY(occasion.session.find(statements::find_token, {token_id}));
    if (!row) return fail(ErrorCode::NotFound, "access.token_unknown");
    const Account account = TRY(find_account(occasion.session, row->text(1)));
    if (account.principal.account != occasion.principal.account) {
        TRY(authorise(occasion.principal, "revoke_any_token", account.principal.authority));
    }
    const JsonObject body{{"token", token_id}, {"digest", to_hex(row->bytes(2))}};
    return ledger::Draft{.kind = "access.revoke_token",
                         .home_key = home_of(account.principal),
                         .occurred_on = occasion.day,
                         .body = to_text(body)};
}

Result<void> apply_revoke_token(sql::Session& session, const ledger::Act& act) {
    const JsonObject body = TRY(parse_object(act.body));
    const std::string token_id = TRY(read_text(body, "token"));
    TRY(session.execute(statements::end_token, {token_id, act.id}));
    return {};
}

bool issues(const ledger::Act& act, const crypto::Digest& digest) {
    const auto body = parse_object(act.body);
    const auto told = body ? read_digest(*body) : Result<crypto::Digest>(crypto::Digest{});
    return told && *told == digest;
}

Result<std::string> home_of_account(sql::Session& session, std::string_view account) {
    const Account known = TRY(find_account(session, account));
    return home_of(known.principal);
}

Result<std::string> home_of_token(sql::Session& session, std::string_view token_id) {
    const auto row = TRY(session.find(statements::find_token, {token_id}));
    if (!row) return fail(ErrorCode::NotFound, "access.token_unknown");
    return home_of_account(session, row->text(1));
}

Result<void> load_tokens(sql::Session& session, Register& principals) {
    const auto admit = [&](const sql::Row& row) -> Result<void> {
        crypto::Digest digest{};
        const Bytes& bytes = row.bytes(0);
        CHECK(bytes.size() == digest.size());
        std::ranges::copy(bytes, digest.begin());
        Principal principal{.account = row.text(3),
                            .role = TRY(parse_role(row.text(4))),
                            .authority = row.text(5),
                            .subject_key = row.text(6),
                            .functions = TRY(functions_of_words(row.text(1)))};
        principals.admit(digest, std::move(principal), {row.integer(2)});
        return {};
    };
    return session.visit(statements::live_tokens, {}, admit);
}

void follow(Register& principals, const ledger::Act& act) {
    constexpr std::array kinds{"access.close_account", "access.issue_token", "access.revoke_token"};
    if (std::ranges::find(kinds, act.kind) == kinds.end()) return;
    // The body was made by an act of this folder: that it cannot be read breaks an invariant.
    CHECK(follow_body(principals, act).has_value());
}

}  // namespace credit::access
