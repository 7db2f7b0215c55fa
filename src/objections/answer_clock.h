// The clock of an answer (异议办理期限): from the filing, by who must check.
//
// Law:     sd-social-credit-regulation-2020 art. 39 — three working days from receipt where the
//          register can check by itself, seven where the providing unit must
// Reading: decision 0123: one extension, for a reason, as long as the first period of the register
//          decision 0197: a list whose own rule is shorter is answered by that rule

#pragma once

#include <cstdint>

#include "access/occasion.h"
#include "foundation/result.h"
#include "objections/step.h"

namespace credit::objections {

enum class CheckedBy : std::uint8_t {
    Register,       // 信用信息机构自身
    ProvidingUnit,  // 信息提供单位
};

// Sets the last day for the answer, counted from the day of filing, and the clock
// "objections.answer" that runs to it. NotFound "law.no_parameter".
Result<void> start_answer_clock(const access::Occasion& occasion, Step& step, CheckedBy by);

// A later last day by the period of extension. NotFound "law.no_parameter".
Result<void> extend_answer_clock(const access::Occasion& occasion, Step& step);

}  // namespace credit::objections
