// What was done on duties (执行反馈), at the edge: read, and answered.

#pragma once

#include <span>

#include "http/operation.h"

namespace credit::http {

std::span<const Operation> execution_operations();

}  // namespace credit::http
