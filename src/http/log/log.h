// The log at the edge: its newest checkpoint and its tiles, open to everybody who would watch it.
//
// They hold digests only.

#pragma once

#include <span>

#include "http/operation.h"

namespace credit::http {

std::span<const Operation> log_operations();

}  // namespace credit::http
