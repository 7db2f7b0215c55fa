// Service of notices at the edge: what the authority that gave one records of it.

#pragma once

#include <span>

#include "http/operation.h"

namespace credit::http {

std::span<const Operation> service_operations();

}  // namespace credit::http
