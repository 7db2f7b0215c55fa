// Account (账号): who may use the register, for which authority or subject, with which password.
//
// Accounts are opened and closed by acts. Names are issued by the register and stand in acts and
// logs, so no identifier of a person may stand in them. An account for a subject is opened by an
// officer who has seen a proof of identity; nobody opens one for himself.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "access/occasion.h"
#include "access/principal.h"
#include "foundation/result.h"
#include "ledger/act.h"
#include "ledger/draft.h"

namespace credit::sql {
class Session;
}

namespace credit::access {

struct Account {
    Principal principal;
    std::string password;  // as crypto::hash_password gives it
};

// How the identity behind a subject's account was proved (身份核验方式).
enum class Proof : std::uint8_t {
    None,
    IdentityDocument,  // 本人持有效身份证件
    BusinessLicence,   // 法定代表人持营业执照与身份证件
    AuthorisedAgent,   // 代理人持授权委托书与身份证件
};

// InvalidInput "access.proof_missing" for an id not known: "identity_document",
// "business_licence", "authorised_agent".
Result<Proof> parse_proof(std::string_view id);

struct AccountOpening {
    std::string account = {};  // empty for a subject: the register makes one
    Role role = Role::Clerk;
    std::string authority = {};
    std::string subject_key = {};
    std::optional<Functions> functions = {};  // of the role when not narrowed
    std::string password = {};                // in clear; only its hash is kept
    Proof proof = Proof::None;
};

// Where acts about the account are homed: its subject, its authority, or the catalogue.
std::string home_of(const AccountOpening& opening);
std::string home_of(const Principal& principal);

// access.open_account. The register itself (an Operator without an authority) opens the first one,
// which is a credit office's: NotPermitted "access.not_the_first_account" for any other.
// InvalidInput "access.account_name", "access.password_weak",
// "access.authority_missing"; Conflict "access.account_taken"; NotPermitted with grounds; Refused
// "access.proof_missing".
Result<ledger::Draft> open_account(const Occasion& occasion, const AccountOpening& opening);
Result<void> apply_open_account(sql::Session& session, const ledger::Act& act);

// access.close_account: ends its tokens with it. NotFound "access.account_unknown".
Result<ledger::Draft> close_account(const Occasion& occasion, std::string_view account);
Result<void> apply_close_account(sql::Session& session, const ledger::Act& act);

// NotFound "access.account_unknown" when there is none or it is closed.
Result<Account> find_account(sql::Session& session, std::string_view account);

// Names of an authority's approval systems, and keys of the subjects that its staff are, where an
// account says so.
Result<std::vector<std::string>> systems_of(sql::Session& session, std::string_view authority);
Result<std::vector<std::string>> subjects_of_staff(sql::Session& session,
                                                   std::string_view authority);

// The name of the account that an act of opening made.
Result<std::string> opened_account(const ledger::Act& act);

}  // namespace credit::access
