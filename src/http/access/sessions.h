// Sign-in and sign-out at the edge.

#pragma once

#include <span>

#include "http/operation.h"

namespace credit::http {

std::span<const Operation> session_operations();

}  // namespace credit::http
