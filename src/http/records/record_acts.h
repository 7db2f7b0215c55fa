// Acts about records at the edge: withdrawal, review of rows and texts that wait; and what waits.

#pragma once

#include <span>

#include "http/operation.h"

namespace credit::http {

std::span<const Operation> record_operations();

}  // namespace credit::http
