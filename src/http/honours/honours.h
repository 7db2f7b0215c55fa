// Reviews of honours at the edge: what an authority has to decide, and its decision.

#pragma once

#include <span>

#include "http/operation.h"

namespace credit::http {

std::span<const Operation> honour_operations();

}  // namespace credit::http
