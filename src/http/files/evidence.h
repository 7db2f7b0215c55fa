// Evidence at the edge: given by a subject, read by it and by whoever answers its objection.

#pragma once

#include <span>

#include "http/operation.h"

namespace credit::http {

std::span<const Operation> evidence_operations();

}  // namespace credit::http
