// Complaints at the edge: filed, examined, decided, read.

#pragma once

#include <span>

#include "http/operation.h"

namespace credit::http {

std::span<const Operation> complaint_operations();

}  // namespace credit::http
