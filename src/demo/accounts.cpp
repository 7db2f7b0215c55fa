#include "demo/accounts.h"

#include <array>
#include <chrono>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "access/account.h"
#include "access/occasion.h"
#include "access/principal.h"
#include "access/token_file.h"
#include "consents/consent_item.h"
#include "consents/give_consent.h"
#include "demo/fill.h"
#include "demo/records.h"
#include "demo/synthetic.h"
#include "desk/desk.h"
#include "foundation/clock.h"
#include "foundation/result.h"
#include "identity/identifier.h"
#include "server/house.h"
#include "server/open_accounts.h"
#include "sql/pool.h"
#include "sql/session.h"
#include "subjects/subject_register.h"

namespace credit::demo {
namespace {

using access::Role;

constexpr std::string_view first_office = "SD-DRC";
constexpr std::string_view bank = "SD-BKA";
constexpr std::chrono::days consented_for{180};

struct Place {
    Role role;
    std::string_view authority;  // empty: of none

    constexpr Place(Role as, std::string_view at) : role(as), authority(at) {}
};

// The first of a role is the one that the command line takes by itself.
constexpr std::array places{
    // Nobody approves what he drafted.
    Place{Role::CreditOffice, first_office},
    Place{Role::Clerk, "SD-SAMR"},
    Place{Role::Officer, "SD-SAMR"},
    Place{Role::ApprovalSystem, "JN-SAMR"},
    Place{Role::Auditor, "SD-SAMR"},
    Place{Role::Operator, ""},
    Place{Role::Bank, bank},
    Place{Role::Bank, "SD-CRA"},
    Place{Role::ApprovalSystem, "SD-SAMR"},
    Place{Role::Clerk, "SD-COURT"},
    Place{Role::Officer, "SD-COURT"},
    Place{Role::Clerk, "SD-TAX"},
    Place{Role::Officer, "SD-TAX"},
    Place{Role::Clerk, "SD-HR"},
    Place{Role::Officer, "SD-HR"},
    Place{Role::Clerk, "SD-EM"},
    Place{Role::Clerk, "SD-DRC"},
    Place{Role::Clerk, "JN-SAMR"},
    Place{Role::Officer, "JN-SAMR"},
    // The office that decided the penalty on the first company.
    Place{Role::Officer, "TA-SAMR"},
};

std::string small_letters(std::string_view text) {
    std::string small;
    for (const char character : text) {
        const bool capital = character >= 'A' && character <= 'Z';
        small += capital ? static_cast<char>(character | 0x20) : character;
    }
    return small;
}

// "clerk-sd-samr", "approval-system-jn-samr", "operator".
std::string name_of(const Place& place) {
    std::string name(access::id_of(place.role));
    for (char& character : name) {
        if (character == '_') character = '-';
    }
    return place.authority.empty() ? name : name + "-" + small_letters(place.authority);
}

// Who saw the proof of the subjects' identity.
constexpr Place proving{Role::Officer, "SD-SAMR"};

// The key of the first that the register knows.
Result<std::string> first_known(server::House& house, std::span<const SyntheticSubject> subjects) {
    const Date today = day_of(house.clock().now());
    const auto& identifiers = house.desk().identifiers();
    auto lease = TRY(house.desk().pool().lease(sql::Access::Read));
    for (const auto& subject : subjects) {
        const auto identifier =
            TRY(identity::parse_identifier(subject.identifier, identifiers.reading(today)));
        const auto key = identifiers.key_of(identifier);
        if (key && TRY(subjects::SubjectRegister(*lease).find(*key))) {
            return std::string(key->text());
        }
    }
    return fail(ErrorCode::NotFound, "access.account_unknown");
}

// By the company itself: so that there is one to try, and to revoke.
Result<void> give_consent(server::House& house, std::string_view account) {
    const auto subject = TRY(server::principal_of(house, account));
    const auto now = house.clock().now();
    const consents::ConsentProposal proposal{
        .bank = std::string(bank),
        .purpose = "finance_with_consent",
        .items = {consents::ConsentItem::Registration, consents::ConsentItem::Permits,
                  consents::ConsentItem::Penalties},
        .through_on = day_of(now) + consented_for};
    TRY(house.desk().perform({.principal = subject, .channel = "seed", .received_at = now},
                             subject.subject_key, [&](const access::Occasion& occasion) {
                                 return consents::give_consent(occasion, proposal);
                             }));
    return {};
}

}  // namespace

Result<void> open_accounts(server::House& house) {
    std::vector<access::TokenEntry> entries;
    entries.push_back(TRY(server::open_first_account(house, first_office)));
    const auto office = TRY(server::principal_of(house, entries.front().account));
    for (const Place& place : places) {
        entries.push_back(TRY(server::open_account(house, office,
                                                   {.role = place.role,
                                                    .authority = std::string(place.authority),
                                                    .account = name_of(place)})));
    }
    return access::write_token_file(house.places().tokens, entries);
}

Result<void> open_subject_accounts(server::House& house, const Extent& extent) {
    const auto population = population_of(extent);
    const auto& file = house.places().tokens;
    auto entries = TRY(access::read_token_file(file));
    const auto office = TRY(server::principal_of(house, entries.front().account));
    const auto officer = TRY(server::principal_of(house, name_of(proving)));
    const auto open = [&](std::string_view account, access::Proof proof,
                          std::span<const SyntheticSubject> of) -> Result<void> {
        const server::NewAccount opening{.role = Role::Subject,
                                         .account = std::string(account),
                                         .subject_key = TRY(first_known(house, of)),
                                         .proof = proof};
        entries.push_back(TRY(server::open_subject_account(house, officer, office, opening)));
        return {};
    };
    TRY(open("subject-company", access::Proof::BusinessLicence, population.organisations));
    TRY(open("subject-person", access::Proof::IdentityDocument, population.persons));
    TRY(give_consent(house, "subject-company"));
    std::filesystem::remove(file);
    return access::write_token_file(file, entries);
}

}  // namespace credit::demo
