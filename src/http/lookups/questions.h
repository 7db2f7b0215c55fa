// Questions about look-ups at the edge: an authority's queue, and its answers.

#pragma once

#include <span>

#include "http/operation.h"

namespace credit::http {

std::span<const Operation> lookup_question_operations();

}  // namespace credit::http
