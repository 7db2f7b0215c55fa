// The check at the counter, at the edge.

#pragma once

#include <span>

#include "http/operation.h"

namespace credit::http {

std::span<const Operation> check_operations();

}  // namespace credit::http
