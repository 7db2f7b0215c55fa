// Handlers of reported cases (报送办件、覆盖情况): report, and read what was checked and what not.

#pragma once

#include <span>

#include "http/operation.h"

namespace credit::http {

std::span<const Operation> coverage_operations();

}  // namespace credit::http
