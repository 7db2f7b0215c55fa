// The subject's own look-ups at the edge: to read them, and to ask about one.

#pragma once

#include <span>

#include "http/operation.h"

namespace credit::http {

std::span<const Operation> account_lookup_operations();

}  // namespace credit::http
