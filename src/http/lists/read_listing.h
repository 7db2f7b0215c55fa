// A listing read again by who works on it: how far it has come, without saying whose it is.

#pragma once

#include <span>

#include "http/operation.h"

namespace credit::http {

std::span<const Operation> listing_reading_operations();

}  // namespace credit::http
