// Submissions at the edge: a file goes in, a report of its rows comes out.

#pragma once

#include <span>

#include "http/operation.h"

namespace credit::http {

std::span<const Operation> submission_operations();

}  // namespace credit::http
