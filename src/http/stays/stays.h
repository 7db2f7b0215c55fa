// Handlers of the stays (停止、暂缓执行): order, lift, read.

#pragma once

#include <span>

#include "http/operation.h"

namespace credit::http {

std::span<const Operation> stay_operations();

}  // namespace credit::http
