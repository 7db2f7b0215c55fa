// All operations of the interface, as api/openapi.yaml describes them.

#pragma once

#include <string_view>
#include <vector>

#include "http/operation.h"

namespace credit::http {

std::vector<Operation> operations();

// Their names in the same order, as Metrics wants them.
std::vector<std::string_view> ids_of(const std::vector<Operation>& operations);

}  // namespace credit::http
