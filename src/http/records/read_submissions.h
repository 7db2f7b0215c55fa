// Submissions read again by the authority that filed them: what was taken, what became of each row,
// and whether it came in time.
//
// A row is named as in the file, by its number and document: who it is about is not said, so that
// reading it is no look-up.

#pragma once

#include <span>

#include "http/operation.h"

namespace credit::http {

std::span<const Operation> submission_reading_operations();

}  // namespace credit::http
