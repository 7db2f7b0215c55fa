#include "server/open_accounts.h"

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>

#include "access/account.h"
#include "access/occasion.h"
#include "access/principal.h"
#include "access/token.h"
#include "access/token_file.h"
#include "desk/desk.h"
#include "foundation/bytes.h"
#include "foundation/clock.h"
#include "foundation/crypto.h"
#include "foundation/result.h"
#include "server/house.h"
#include "sql/pool.h"
#include "sql/session.h"

namespace credit::server {
namespace {

constexpr std::string_view first_account_name = "credit-office";
constexpr std::chrono::milliseconds token_lasts = std::chrono::days{365};
constexpr std::size_t password_length = 20;

std::string new_password() {
    return to_base32(crypto::random_key()).substr(0, password_length);
}

desk::Caller by(House& house, const access::Principal& principal) {
    return {.principal = principal, .channel = "cli", .received_at = house.clock().now()};
}

Result<void> perform_opening(House& house, const access::Principal& opener,
                             const access::AccountOpening& opening) {
    TRY(house.desk().perform(
        by(house, opener), access::home_of(opening),
        [&](const access::Occasion& occasion) { return access::open_account(occasion, opening); }));
    return {};
}

Result<std::string> issue_token(House& house, const access::Principal& office,
                                const access::Principal& holder) {
    std::string secret = access::new_secret();
    const access::TokenIssue issue{
        .account = holder.account,
        .digest = access::digest_of(secret),
        .functions = access::functions_of(holder.role),
        .ends_at = {house.clock().now().milliseconds + token_lasts.count()}};
    TRY(house.desk().perform(
        by(house, office), access::home_of(holder),
        [&](const access::Occasion& occasion) { return access::issue_token(occasion, issue); }));
    return secret;
}

access::AccountOpening opening_of(const NewAccount& account) {
    return {.account = account.account,
            .role = account.role,
            .authority = account.authority,
            .subject_key = account.subject_key,
            .functions = {},
            .password = new_password(),
            .proof = account.proof};
}

Result<access::TokenEntry> with_token(House& house, const access::Principal& office,
                                      const access::AccountOpening& opening) {
    const auto holder = TRY(principal_of(house, opening.account));
    return access::TokenEntry{.role = opening.role,
                              .authority = opening.authority,
                              .account = opening.account,
                              .token = TRY(issue_token(house, office, holder)),
                              .password = opening.password};
}

}  // namespace

Result<access::Principal> principal_of(House& house, std::string_view account) {
    auto lease = TRY(house.desk().pool().lease(sql::Access::Read));
    return TRY(access::find_account(*lease, account)).principal;
}

Result<access::TokenEntry> open_first_account(House& house, std::string_view authority) {
    const Date today = day_of(house.clock().now());
    TRY(house.desk().catalogue().authorities.find(authority, today));
    const access::Principal itself{.account = "register", .role = access::Role::Operator};
    const auto opening = opening_of({.role = access::Role::CreditOffice,
                                     .authority = std::string(authority),
                                     .account = std::string(first_account_name)});
    TRY(perform_opening(house, itself, opening));
    return with_token(house, TRY(principal_of(house, opening.account)), opening);
}

Result<access::TokenEntry> open_account(House& house, const access::Principal& office,
                                        const NewAccount& account) {
    const auto opening = opening_of(account);
    TRY(perform_opening(house, office, opening));
    return with_token(house, office, opening);
}

Result<access::TokenEntry> open_subject_account(House& house, const access::Principal& officer,
                                                const access::Principal& office,
                                                const NewAccount& account) {
    const auto opening = opening_of(account);
    TRY(perform_opening(house, officer, opening));
    return with_token(house, office, opening);
}

}  // namespace credit::server
