// Handlers of consents (授权同意), by the bank: what was given to it, and the data within one; and
// the key by which anybody verifies what a bank shows him.

#pragma once

#include <span>

#include "http/operation.h"

namespace credit::http {

std::span<const Operation> consent_reading_operations();

}  // namespace credit::http
