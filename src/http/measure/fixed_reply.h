// A fixed reply, for measuring the server alone: the same POST, token, parsing and size as a check,
// with nothing looked up or recorded. In the table only when `serve` is told to measure.

#pragma once

#include "http/operation.h"

namespace credit::http {

Operation fixed_reply_operation();

}  // namespace credit::http
