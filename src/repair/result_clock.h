// The clock of a result (修复办理期限): the last day for deciding an application that was accepted.
//
// Law:     guobanfa-2025-22 — ten working days from acceptance
// Reading: decision 0197: a list whose own rule is shorter is decided by that rule

#pragma once

#include <string_view>

#include "access/occasion.h"
#include "foundation/clock.h"
#include "foundation/result.h"
#include "repair/step.h"

namespace credit::repair {

// Sets the case's last day for the result, counted from that day, and the clock "repair.result"
// that runs to it; the subject is told the day. NotFound "law.no_parameter".
Result<void> start_result_clock(const access::Occasion& occasion, Step& step, Date start);

// The same for the extension, counted from the last day so far.
Result<void> extend_result_clock(const access::Occasion& occasion, Step& step);

}  // namespace credit::repair
