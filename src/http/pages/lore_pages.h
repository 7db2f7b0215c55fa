// Pages of law, catalogue, figures, guides, whole files, and of the register itself.

#pragma once

#include <span>

#include "http/operation.h"

namespace credit::http {

std::span<const Operation> lore_page_operations();

}  // namespace credit::http
