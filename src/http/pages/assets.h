// The style and the icon of the pages, for ever under an address that names their content.

#pragma once

#include <span>

#include "http/operation.h"

namespace credit::http {

std::span<const Operation> asset_operations();

}  // namespace credit::http
