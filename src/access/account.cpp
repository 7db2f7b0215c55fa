#include "access/account.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>
#include <utility>
#include <vector>

#include "access/account.sql.h"
#include "access/occasion.h"
#include "access/permits.h"
#include "access/principal.h"
#include "access/token.sql.h"
#include "access/words_of_functions.h"
#include "catalogue/catalogue.h"
#include "catalogue/offices/authority.h"
#include "foundation/crypto.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "foundation/text.h"
#include "ledger/act.h"
#include "ledger/draft.h"
#include "sql/session.h"
#include "sql/value.h"

namespace credit::access {
namespace {

constexpr std::size_t password_characters_min = 12;

constexpr std::array<std::pair<Proof, std::string_view>, 4> proofs{{
    {Proof::None, "none"},
    {Proof::IdentityDocument, "identity_document"},
    {Proof::BusinessLicence, "business_licence"},
    {Proof::AuthorisedAgent, "authorised_agent"},
}};

bool is_digit(char character) {
    return character >= '0' && character <= '9';
}

// No run of digits long enough to be a number that stands for a person.
bool has_long_number(std::string_view name) {
    constexpr int longest = 5;
    int run = 0;
    for (const char character : name) {
        run = is_digit(character) ? run + 1 : 0;
        if (run > longest) return true;
    }
    return false;
}

bool is_account_name(std::string_view name) {
    constexpr std::size_t shortest = 3;
    constexpr std::size_t longest = 40;
    const auto is_small = [](char c) { return c >= 'a' && c <= 'z'; };
    const auto fits = [&](char c) { return is_small(c) || is_digit(c) || c == '-'; };
    return name.size() >= shortest && name.size() <= longest && is_small(name.front()) &&
           std::ranges::all_of(name, fits) && !has_long_number(name);
}

bool belongs_to_authority(Role role) {
    return role == Role::Clerk || role == Role::Officer || role == Role::ApprovalSystem ||
           role == Role::CreditOffice || role == Role::Auditor || role == Role::Bank;
}

// The one account that nobody with an account has opened: a credit office's, in an empty register.
Result<void> authorise_first(const Occasion& occasion, const AccountOpening& opening) {
    TRY(authorise(occasion.principal, "open_first_account", ""));
    const auto anybody = TRY(occasion.session.find(statements::find_any_account));
    if (!anybody && opening.role == Role::CreditOffice) return {};
    return fail(ErrorCode::NotPermitted, "access.not_the_first_account", {}, "/role");
}

Result<void> authorise_opening(const Occasion& occasion, const AccountOpening& opening) {
    if (occasion.principal.role == Role::Operator) return authorise_first(occasion, opening);
    if (opening.role != Role::Subject) {
        return authorise(occasion.principal, "open_staff_account", opening.authority);
    }
    TRY(authorise(occasion.principal, "open_subject_account", occasion.principal.authority));
    if (opening.proof != Proof::None) return {};
    return refuse({{.word = "access.proof_missing", .pointer = "/proof"}});
}

Result<void> judge_form(const AccountOpening& opening, std::string_view name) {
    if (!is_account_name(name)) {
        return fail(ErrorCode::InvalidInput, "access.account_name", {}, "/account");
    }
    if (text::count_characters(opening.password) < password_characters_min) {
        return fail(ErrorCode::InvalidInput, "access.password_weak", {}, "/password");
    }
    if (belongs_to_authority(opening.role) && opening.authority.empty()) {
        return fail(ErrorCode::InvalidInput, "access.authority_missing", {}, "/authority");
    }
    if (opening.role == Role::Subject && opening.subject_key.empty()) {
        return fail(ErrorCode::NotFound, "access.account_unknown", {}, "/subject");
    }
    if (opening.role == Role::Public) {
        return fail(ErrorCode::InvalidInput, "access.unknown_role", {}, "/role");
    }
    return {};
}

// "subject-" and the last characters of the act's id, letters only in small.
std::string name_for_subject(std::string_view act_id) {
    constexpr std::size_t length = 12;
    std::string name = "subject-";
    for (const char character : act_id.substr(act_id.size() - length)) {
        name += is_digit(character) ? static_cast<char>('g' + (character - '0'))
                                    : static_cast<char>(character | 0x20);
    }
    return name;
}

std::string home_key(const std::string& subject_key, const std::string& authority) {
    if (!subject_key.empty()) return subject_key;
    return authority.empty() ? "R" : "A" + authority;
}

std::vector<std::string> texts_of(const sql::Rows& rows) {
    std::vector<std::string> texts;
    for (const auto& row : rows) texts.push_back(row.text(0));
    return texts;
}

// A bank, an association or a credit service asks and files as such, and as nothing else.
Result<void> judge_office(const Occasion& occasion, const AccountOpening& opening) {
    const auto office = occasion.catalogue.authorities.find(opening.authority, occasion.day);
    if (!office || (*office)->is_body() == (opening.role == Role::Bank)) return {};
    return refuse({{.word = "access.role_of_body", .pointer = "/role"}});
}

}  // namespace

Result<Proof> parse_proof(std::string_view id) {
    const auto* const found = std::ranges::find(proofs, id, &decltype(proofs)::value_type::second);
    if (found == proofs.end() || found->first == Proof::None) {
        return fail(ErrorCode::InvalidInput, "access.proof_missing", {}, "/proof");
    }
    return found->first;
}

std::string home_of(const AccountOpening& opening) {
    return home_key(opening.subject_key, opening.authority);
}

std::string home_of(const Principal& principal) {
    return home_key(principal.subject_key, principal.authority);
}

Result<ledger::Draft> open_account(const Occasion& occasion, const AccountOpening& opening) {
    TRY(authorise_opening(occasion, opening));
    const std::string name = opening.role == Role::Subject && opening.account.empty()
                                 ? name_for_subject(occasion.act_id)
                                 : opening.account;
    TRY(judge_form(opening, name));
    TRY(judge_office(occasion, opening));
    const auto taken = TRY(occasion.session.find(statements::account_name_taken, {name}));
    if (taken) {
        return fail(ErrorCode::Conflict, "access.account_taken", {}, "/account");
    }
    const Functions role_functions = functions_of(opening.role);
    const JsonObject body{
        {"account", name},
        {"role", id_of(opening.role)},
        {"authority", opening.authority},
        {"subject_key", opening.subject_key},
        {"functions", words_of(opening.functions.value_or(role_functions) & role_functions)},
        {"password", crypto::hash_password(opening.password)},
        {"proof", proofs.at(static_cast<std::size_t>(opening.proof)).second},
    };
    return ledger::Draft{.kind = "access.open_account",
                         .home_key = home_of(opening),
                         .occurred_on = occasion.day,
                         .body = to_text(body)};
}

Result<void> apply_open_account(sql::Session& session, const ledger::Act& act) {
    const JsonObject body = TRY(parse_object(act.body));
    const std::string account = TRY(read_text(body, "account"));
    const std::string role = TRY(read_text(body, "role"));
    const std::string authority = TRY(read_text(body, "authority"));
    const std::string subject_key = TRY(read_text(body, "subject_key"));
    const std::string functions = TRY(read_text(body, "functions"));
    const std::string password = TRY(read_text(body, "password"));
    TRY(session.execute(
        statements::insert_account,
        {account, role, authority, subject_key, functions, password, act.occurred_on, act.id}));
    return {};
}

Result<ledger::Draft> close_account(const Occasion& occasion, std::string_view account) {
    const Account known = TRY(find_account(occasion.session, account));
    TRY(authorise(occasion.principal, "close_account", known.principal.authority));
    return ledger::Draft{.kind = "access.close_account",
                         .home_key = home_of(known.principal),
                         .occurred_on = occasion.day,
                         .body = to_text(JsonObject{{"account", account}})};
}

Result<void> apply_close_account(sql::Session& session, const ledger::Act& act) {
    const std::string account = TRY(opened_account(act));
    TRY(session.execute(statements::end_account, {account, act.id}));
    TRY(session.execute(statements::end_tokens_of_account, {account, act.id}));
    return {};
}

Result<Account> find_account(sql::Session& session, std::string_view account) {
    const auto row = TRY(session.find(statements::find_account, {account}));
    if (!row) return fail(ErrorCode::NotFound, "access.account_unknown");
    return Account{.principal = {.account = row->text(0),
                                 .role = TRY(parse_role(row->text(1))),
                                 .authority = row->text(2),
                                 .subject_key = row->text(3),
                                 .functions = TRY(functions_of_words(row->text(4)))},
                   .password = row->text(5)};
}

Result<std::vector<std::string>> systems_of(sql::Session& session, std::string_view authority) {
    return texts_of(TRY(session.query(statements::systems_of, {authority})));
}

Result<std::vector<std::string>> subjects_of_staff(sql::Session& session,
                                                   std::string_view authority) {
    return texts_of(TRY(session.query(statements::subjects_of_staff, {authority})));
}

Result<std::string> opened_account(const ledger::Act& act) {
    const JsonObject body = TRY(parse_object(act.body));
    return read_text(body, "account");
}

}  // namespace credit::access
