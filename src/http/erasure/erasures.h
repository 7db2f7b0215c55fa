// Erasure at the edge: by the credit office, on an article and a document.

#pragma once

#include <span>

#include "http/operation.h"

namespace credit::http {

std::span<const Operation> erasure_operations();

}  // namespace credit::http
