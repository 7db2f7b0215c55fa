// Mergers and splits at the edge: recorded by whoever registers organisations, and annulled.

#pragma once

#include <span>

#include "http/operation.h"

namespace credit::http {

std::span<const Operation> succession_operations();

}  // namespace credit::http
