// Handlers of persons named in a decision on an organisation (责任人员记入): named, and the naming
// withdrawn.

#pragma once

#include <span>

#include "http/operation.h"

namespace credit::http {

std::span<const Operation> naming_operations();

}  // namespace credit::http
