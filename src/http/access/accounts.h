// Accounts and tokens at the edge.

#pragma once

#include <span>

#include "http/operation.h"

namespace credit::http {

std::span<const Operation> account_operations();

}  // namespace credit::http
