// Screening at the edge: a CSV of identifiers goes in, a CSV of answers comes out.

#pragma once

#include <span>

#include "http/operation.h"

namespace credit::http {

std::span<const Operation> screening_operations();

}  // namespace credit::http
