// The catalogue at the edge: list standards, measures, matters and kinds, open to everybody.
//
// What is switched off is told too, with what it lacks.

#pragma once

#include <span>

#include "http/operation.h"

namespace credit::http {

std::span<const Operation> catalogue_operations();

}  // namespace credit::http
