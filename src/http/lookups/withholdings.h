// Withholding at the edge: by officers of the authority that looked; its auditor sees all of it.

#pragma once

#include <span>

#include "http/operation.h"

namespace credit::http {

std::span<const Operation> withholding_operations();

}  // namespace credit::http
