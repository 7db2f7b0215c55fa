// Listings at the edge: one operation for each step of the procedure.

#pragma once

#include <span>

#include "http/operation.h"

namespace credit::http {

std::span<const Operation> listing_operations();

}  // namespace credit::http
