// Leak incidents at the edge: opened, described, reported, closed, read.

#pragma once

#include <span>

#include "http/operation.h"

namespace credit::http {

std::span<const Operation> incident_operations();

}  // namespace credit::http
