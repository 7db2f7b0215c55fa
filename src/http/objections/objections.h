// Objections at the edge: filed, passed on, answered, read.

#pragma once

#include <span>

#include "http/operation.h"

namespace credit::http {

std::span<const Operation> objection_operations();

}  // namespace credit::http
