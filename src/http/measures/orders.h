// Individual orders at the edge: recording, end, hold and resumption.

#pragma once

#include <span>

#include "http/operation.h"

namespace credit::http {

std::span<const Operation> order_operations();

}  // namespace credit::http
