// The tracker's three calls (数据追踪协议): find, period covered, heartbeat;
// docs/tracker-protocol.md.
//
// Any portal that a subject trusts with its account can ask them live of every register, and needs
// to keep nothing.

#pragma once

#include <span>

#include "http/operation.h"

namespace credit::http {

std::span<const Operation> tracker_operations();

}  // namespace credit::http
