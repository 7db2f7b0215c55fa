// The subject's own account: all that is held on it.

#pragma once

#include <span>

#include "http/operation.h"

namespace credit::http {

std::span<const Operation> account_view_operations();

}  // namespace credit::http
