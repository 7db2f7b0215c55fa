// What auditors do with look-ups: read them, the signs in them, and whom to watch over.

#pragma once

#include <span>

#include "http/operation.h"

namespace credit::http {

std::span<const Operation> sign_operations();

}  // namespace credit::http
