// Commitments at the edge: made, checked, found kept or broken, withdrawn, read.

#pragma once

#include <span>

#include "http/operation.h"

namespace credit::http {

std::span<const Operation> commitment_operations();

}  // namespace credit::http
