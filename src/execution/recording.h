// Taking down of answers (记录反馈): what recording and correcting of outcomes share.

#pragma once

#include <string>
#include <string_view>

#include "access/occasion.h"
#include "catalogue/offices/authority.h"
#include "execution/execution.h"
#include "execution/item_state.h"
#include "execution/judge_answer.h"
#include "execution/record_outcome.h"
#include "execution/step.h"
#include "foundation/result.h"

namespace credit::execution {

// As the answer would stand in the duty.
Outcome outcome_of(const Answer& answer, const Answers& answers, Date day);

class Recording {
public:
    // Borrowed; the step's execution is written into.
    Recording(const access::Occasion& occasion, Step& step, const Answers& answers);

    // The first answer to a duty.
    Result<void> take(Grounds& grounds, const Answer& answer);
    // A later one, in the place of what was said before.
    Result<void> correct(Grounds& grounds, const Answer& answer, std::string_view reasons);

private:
    Result<void> judge(Grounds& grounds, const Answer& answer, const Duty& duty,
                       bool correcting) const;
    void tell_decider(const Duty& duty, const std::string& what);

    const access::Occasion& occasion_;
    Step& step_;
    const Answers& answers_;
    const catalogue::Authority* authority_ = nullptr;
};

}  // namespace credit::execution
