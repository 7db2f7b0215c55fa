// Examination of an objection (核查): passed on to the unit that provided the information, extended
// for a reason, refused as a mere repetition; and what the unit's silence means.
//
// Law:     sd-social-credit-regulation-2020 art. 39 — the clocks
//          luzhengfa-2017-44 item 20 — the providing unit verifies and answers in time
// Reading: decision 0122: silence past the clock resolves for the subject
//          decision 0233: what is a repetition

#pragma once

#include <string>
#include <string_view>

#include "access/occasion.h"
#include "foundation/result.h"
#include "ledger/clocks.h"
#include "ledger/draft.h"

namespace credit::objections {

// "objections.forward_objection", by the credit office: the unit that answers for the information
// is told, and the longer clock runs from the day of filing. Refused: "objections.not_open",
// "objections.already_forwarded", "objections.already_resolved" once the shorter one is over.
Result<ledger::Draft> forward_objection(const access::Occasion& occasion,
                                        std::string_view subject_key,
                                        std::string_view objection_id);

// "objections.extend_objection": once, for a reason, while its clock still runs. Refused:
// "objections.not_open", "objections.not_yours_to_answer", "objections.already_extended",
// "objections.clock_over", "objections.reasons_missing".
Result<ledger::Draft> extend_objection(const access::Occasion& occasion,
                                       std::string_view subject_key, std::string_view objection_id,
                                       std::string_view reason);

struct Repetition {
    std::string reasons;
    std::string no_new_facts;  // why other words or files than before hold none
};

// "objections.refuse_objection": the subject was answered the same before, and nothing new is said.
// By a named officer with reasons. Refused: "objections.not_open",
// "objections.not_yours_to_answer", "objections.silence_resolved", "objections.nothing_to_repeat",
// "objections.new_facts_unanswered", "objections.reasons_missing".
Result<ledger::Draft> refuse_objection(const access::Occasion& occasion,
                                       std::string_view subject_key, std::string_view objection_id,
                                       const Repetition& repetition);

// "objections.resolve_silence", of the clock "objections.answer": what the clerk performs past the
// last day. The hold stays, correction is pending, and the silent unit is named. Refused:
// "objections.not_open", "objections.clock_running", "objections.already_resolved".
Result<ledger::Draft> resolve_silence(const access::Occasion& occasion,
                                      const ledger::StatutoryClock& clock);

}  // namespace credit::objections
