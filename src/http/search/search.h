// Search by name: organisations that a text may mean, for everybody.

#pragma once

#include <span>

#include "http/operation.h"

namespace credit::http {

std::span<const Operation> search_operations();

}  // namespace credit::http
