// Handlers of inspection plans (抽查计划): fix, draw, read.

#pragma once

#include <span>

#include "http/operation.h"

namespace credit::http {

std::span<const Operation> inspection_operations();

}  // namespace credit::http
