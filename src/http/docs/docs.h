// The description of the interface and its page (Swagger UI), from our own host only.

#pragma once

#include <span>

#include "http/operation.h"

namespace credit::http {

std::span<const Operation> docs_operations();

}  // namespace credit::http
