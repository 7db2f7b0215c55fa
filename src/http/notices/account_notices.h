// The subject's notices at the edge: its inbox, what it agrees to, and where it is written to.

#pragma once

#include <span>

#include "http/operation.h"

namespace credit::http {

std::span<const Operation> account_notice_operations();

}  // namespace credit::http
