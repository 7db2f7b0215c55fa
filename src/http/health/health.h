// Health of the server: alive, ready, which version, and its figures. Never behind a sign-in.

#pragma once

#include <span>

#include "foundation/result.h"
#include "http/operation.h"

namespace credit::http {

std::span<const Operation> health_operations();

}  // namespace credit::http
