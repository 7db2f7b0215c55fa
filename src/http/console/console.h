// The staff console (业务台): its page and files, from our own host only.

#pragma once

#include <span>

#include "http/operation.h"

namespace credit::http {

std::span<const Operation> console_operations();

}  // namespace credit::http
