// Accounts that a register opens for itself, each with its token: the first one of a credit office,
// and by its hand those of a demonstration.

#pragma once

#include <string>
#include <string_view>

#include "access/account.h"
#include "access/principal.h"
#include "access/token_file.h"
#include "foundation/result.h"
#include "server/house.h"

namespace credit::server {

struct NewAccount {
    access::Role role = access::Role::Clerk;
    std::string authority = {};
    std::string account;
    std::string subject_key = {};  // of a subject's own account
    access::Proof proof = access::Proof::None;
};

// Of the credit office, in a register without accounts. NotFound "catalogue.unknown_authority";
// Refused "catalogue.authority_not_in_force"; NotPermitted "access.not_the_first_account"; the
// errors of the desk.
Result<access::TokenEntry> open_first_account(House& house, std::string_view authority);

// By the account of a credit office. The errors of access::open_account and access::issue_token.
Result<access::TokenEntry> open_account(House& house, const access::Principal& office,
                                        const NewAccount& account);

// A subject's own account, opened by an officer who saw the proof; its token by the credit office.
Result<access::TokenEntry> open_subject_account(House& house, const access::Principal& officer,
                                                const access::Principal& office,
                                                const NewAccount& account);

// Who the first account stands for, to open others by. NotFound "access.account_unknown".
Result<access::Principal> principal_of(House& house, std::string_view account);

}  // namespace credit::server
