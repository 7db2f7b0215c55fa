// The staff console (业务台) and my account (我的账户): their pages and files, from our own host
// only.

#pragma once

#include <span>

#include "http/operation.h"

namespace credit::http {

std::span<const Operation> console_operations();

}  // namespace credit::http
