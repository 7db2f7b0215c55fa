// Pages for whoever tells of misconduct (举报页面).

#pragma once

#include <span>

#include "http/operation.h"

namespace credit::http {

std::span<const Operation> tip_page_operations();

}  // namespace credit::http
