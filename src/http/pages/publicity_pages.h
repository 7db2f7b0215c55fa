// Pages of what is newly public, and of each public item.

#pragma once

#include <span>

#include "http/operation.h"

namespace credit::http {

std::span<const Operation> publicity_page_operations();

}  // namespace credit::http
