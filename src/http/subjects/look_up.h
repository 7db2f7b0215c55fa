// Looking a subject up: for everybody what is public, for an authority what it has a right to.

#pragma once

#include <span>

#include "http/operation.h"

namespace credit::http {

std::span<const Operation> subject_operations();

}  // namespace credit::http
