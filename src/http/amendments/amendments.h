// Amendments of the catalogue at the edge: drafted, consulted on, examined, approved, withdrawn.

#pragma once

#include <span>

#include "http/operation.h"

namespace credit::http {

std::span<const Operation> amendment_operations();

}  // namespace credit::http
