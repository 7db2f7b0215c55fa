// Recording of what was done (执行反馈): "execution.record_outcome", by an officer of the authority
// that was told the duty.
//
// What the register can see, it does not take on trust: that a measure was executed while its item
// was on hold or over, or by an authority without the function, is refused; so is a reason that is
// not so.
//
// Law:     luzhengfa-2017-44 items 16, 18 — executed and fed back; what is recommended may be left
//          luzhengfa-2017-44 item 20 — nothing is executed while information is being verified
//          personal-information-protection-law-2021 art. 24 — no decision on a person by machine:
//          an officer and an office stand by it
// Reading: decision 0185; decision 0103: movement, schooling and livelihood of a natural person

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "access/occasion.h"
#include "execution/execution.h"
#include "foundation/clock.h"
#include "foundation/result.h"
#include "ledger/draft.h"

namespace credit::execution {

// About one duty, as the officer says it.
struct Answer {
    std::string item_id;
    std::string measure;
    std::string outcome;  // "executed", "not_executed"
    std::string why;      // of Why
    std::string words;
    std::optional<Date> done_on;
    std::string document_number;
    std::string order_id;
};

struct Answers {
    std::vector<Answer> each;
    std::string officer;  // who decided: name
    std::string office;   // and office
};

struct Which {
    std::string_view subject_key;
    std::string_view execution_id;
};

// Refused, in this order: "execution.not_yours", "execution.answers_missing"; of each answer
// "execution.no_such_duty", "execution.answered_already", "execution.outcome_unknown"; executed:
// "execution.done_on_missing", "execution.done_in_future", "execution.done_before_opened",
// "execution.document_missing", "execution.on_hold", "execution.stayed",
// "execution.not_in_force", "execution.not_competent", of a person "execution.officer_missing" and,
// on movement, schooling or livelihood, "execution.order_missing", "execution.order_not_in_force";
// not executed: "execution.ground_unknown", "execution.words_missing", "execution.is_competent",
// "execution.nothing_pending", "execution.not_over", "execution.order_stands",
// "execution.is_mandatory". NotFound "execution.no_such_execution"; NotPermitted without the right.
Result<ledger::Draft> record_outcome(const access::Occasion& occasion, const Which& which,
                                     const Answers& answers);

// "execution.correct_outcome": what was said of duties was wrong, and this stands in its place; the
// first answer stays beside it. Refused, in this order: "execution.not_yours",
// "execution.answers_missing", "execution.correction_reasons_missing"; of each answer
// "execution.no_such_duty", "execution.not_answered", "execution.corrects_nothing", and as above.
Result<ledger::Draft> correct_outcome(const access::Occasion& occasion, const Which& which,
                                      const Answers& answers, std::string_view reasons);

// Whether all of it stands already, word for word: then nothing has to be done (重复反馈).
bool says_again(Execution& execution, const Answers& answers, Date day);

}  // namespace credit::execution
