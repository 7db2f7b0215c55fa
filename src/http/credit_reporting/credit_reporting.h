// Handlers of the feed for credit reporting agencies (征信机构信息采集): a page of it, and the key
// by which anybody verifies what an agency shows him.

#pragma once

#include <span>

#include "http/operation.h"

namespace credit::http {

std::span<const Operation> credit_reporting_operations();

}  // namespace credit::http
