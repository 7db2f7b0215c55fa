// What an authority was told, and that it was received: corrections, withdrawals, repairs.

#pragma once

#include <span>

#include "http/operation.h"

namespace credit::http {

std::span<const Operation> told_operations();

}  // namespace credit::http
