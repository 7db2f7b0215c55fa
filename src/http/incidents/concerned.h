// Whom an incident concerns: named by its items or by a table of identifiers, told, and named where
// it could not be reached. Subject by subject, in chunks: what was done stays done, and a repeated
// request goes on where the one before stopped.

#pragma once

#include <span>

#include "http/operation.h"

namespace credit::http {

std::span<const Operation> concerned_operations();

}  // namespace credit::http
