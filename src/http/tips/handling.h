// Handlers for the authority that handles tips (举报办理): its key and its handlers, what came in,
// opened one by one, decided.

#pragma once

#include <span>

#include "http/operation.h"

namespace credit::http {

std::span<const Operation> tip_handling_operations();

}  // namespace credit::http
