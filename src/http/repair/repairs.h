// Credit repair at the edge: one place to apply, the steps of the deciding authority, and what a
// subject reads of its own cases.

#pragma once

#include <span>

#include "http/operation.h"

namespace credit::http {

std::span<const Operation> repair_operations();

}  // namespace credit::http
