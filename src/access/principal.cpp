#include "access/principal.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "foundation/result.h"

namespace credit::access {
namespace {

constexpr std::array<std::pair<Role, std::string_view>, 9> roles{{
    {Role::Clerk, "clerk"},
    {Role::Officer, "officer"},
    {Role::ApprovalSystem, "approval_system"},
    {Role::CreditOffice, "credit_office"},
    {Role::Auditor, "auditor"},
    {Role::Operator, "operator"},
    {Role::Subject, "subject"},
    {Role::Bank, "bank"},
    {Role::Public, "public"},
}};

constexpr std::array<std::pair<Function, std::string_view>, 8> all_functions{{
    {Function::Submission, "submission"},
    {Function::Listing, "listing"},
    {Function::Reading, "reading"},
    {Function::Checking, "checking"},
    {Function::Catalogue, "catalogue"},
    {Function::Accounts, "accounts"},
    {Function::Audit, "audit"},
    {Function::Maintenance, "maintenance"},
}};

}  // namespace

std::string_view id_of(Role role) {
    return roles.at(static_cast<std::size_t>(role)).second;
}

Result<Role> parse_role(std::string_view id) {
    const auto* const found = std::ranges::find(roles, id, &decltype(roles)::value_type::second);
    if (found == roles.end()) return fail(ErrorCode::InvalidInput, "access.unknown_role");
    return found->first;
}

std::string_view id_of(Function function) {
    return all_functions.at(static_cast<std::size_t>(function)).second;
}

Result<Functions> Functions::parse(const std::vector<std::string>& ids) {
    Functions functions;
    for (const std::string& id : ids) {
        const auto* const found =
            std::ranges::find(all_functions, id, &decltype(all_functions)::value_type::second);
        if (found == all_functions.end()) {
            return fail(ErrorCode::InvalidInput, "access.unknown_function", {id});
        }
        functions.bits_ |= bit(found->first);
    }
    return functions;
}

std::vector<std::string> Functions::ids() const {
    std::vector<std::string> ids;
    for (const auto& [function, id] : all_functions) {
        if (has(function)) ids.emplace_back(id);
    }
    return ids;
}

Functions functions_of(Role role) {
    using enum Function;
    switch (role) {
        case Role::Clerk:
            return {Submission, Listing, Reading, Checking};
        case Role::Officer:
            return {Submission, Listing, Reading, Checking, Accounts};
        case Role::ApprovalSystem:
            return {Reading, Checking};
        case Role::CreditOffice:
            return {Listing, Reading, Catalogue, Accounts};
        case Role::Auditor:
            return {Audit};
        case Role::Operator:
            return {Maintenance};
        case Role::Subject:
            return {Reading};
        case Role::Bank:
            return {Submission, Reading};
        case Role::Public:
            break;
    }
    return {};
}

}  // namespace credit::access
