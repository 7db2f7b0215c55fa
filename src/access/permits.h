// Rights (权限): who may do what. Denied unless a row of the table grants it.
//
// A right is role × authority × function × purpose. The edge asks it for every operation before
// the handler runs; an act asks it again with the authority on whose behalf it is done. Whether an
// authority is competent for a list or a kind of record, and which purpose a role may have on which
// ground, is not said here but in the catalogue.
//
// Beyond: the table also keeps apart who prepares (clerk) and who signs (officer).

#pragma once

#include <span>
#include <string_view>

#include "access/principal.h"
#include "foundation/result.h"

namespace credit::access {

// Every ground that stands against it, in this order; empty when it is permitted.
// "access.no_such_right", "access.role", "access.function", "access.other_authority",
// "access.purpose_missing".
// `authority`: on whose behalf; empty where the operation touches no authority's matters.
Grounds permits(const Principal& principal, std::string_view operation, std::string_view authority,
                std::string_view purpose);

// NotPermitted with those grounds.
Result<void> authorise(const Principal& principal, std::string_view operation,
                       std::string_view authority, std::string_view purpose = {});

// Role and function alone, before anything else of the request is read.
Result<void> may_ask(const Principal& principal, std::string_view operation);

// The operations that a right names, for the check against the contract.
std::span<const std::string_view> operations_with_rights();

}  // namespace credit::access
