#include "demo/accounts.h"

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "access/principal.h"
#include "access/token_file.h"
#include "foundation/result.h"
#include "server/house.h"
#include "server/open_accounts.h"

namespace credit::demo {
namespace {

using access::Role;

constexpr std::string_view first_office = "SD-DRC";

struct Place {
    Role role;
    std::string_view authority;  // empty: of none

    constexpr Place(Role as, std::string_view at) : role(as), authority(at) {}
};

// The first of a role is the one that the command line takes by itself.
constexpr std::array places{
    Place{Role::Clerk, "SD-SAMR"},
    Place{Role::Officer, "SD-SAMR"},
    Place{Role::ApprovalSystem, "JN-SAMR"},
    Place{Role::Auditor, "SD-SAMR"},
    Place{Role::Operator, ""},
    Place{Role::Bank, ""},
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
};

std::string small_letters(std::string_view text) {
    std::string small;
    for (const char character : text) {
        const bool capital = character >= 'A' && character <= 'Z';
        small += capital ? static_cast<char>(character | 0x20) : character;
    }
    return small;
}

// "clerk-sd-samr", "approval-system-jn-samr", "bank".
std::string name_of(const Place& place) {
    std::string name(access::id_of(place.role));
    for (char& character : name) {
        if (character == '_') character = '-';
    }
    return place.authority.empty() ? name : name + "-" + small_letters(place.authority);
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

}  // namespace credit::demo
