// Pages by which everybody finds an organisation and reads what is public about it.

#pragma once

#include <span>

#include "http/operation.h"

namespace credit::http {

std::span<const Operation> subject_page_operations();

}  // namespace credit::http
