// What an amendment would do, and what one did: figures of organisations, and one line a listing.

#pragma once

#include <span>

#include "http/operation.h"

namespace credit::http {

std::span<const Operation> dry_run_operations();

}  // namespace credit::http
