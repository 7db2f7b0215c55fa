// Examination of a complaint (投诉办理): taken in, sent on to who is competent, put off for a
// reason, refused with reasons; the unit complained of is heard; and what silence means.
//
// Law:     personal-information-protection-law-2021 art. 65 — complaints are handled in time
//          luzhengfa-2017-44 item 20 — information found wrong is verified
// Reading: decision 0170: sent on once, never to the unit complained of
//          decision 0171: silence takes the complaint in; a unit that is late is named

#pragma once

#include <string>
#include <string_view>

#include "access/occasion.h"
#include "complaints/file_complaint.h"
#include "foundation/result.h"
#include "ledger/clocks.h"
#include "ledger/draft.h"

namespace credit::complaints {

// Which complaint, under its home key.
struct Which {
    std::string_view subject_key;
    std::string_view complaint_id;
};

// Each of the following is done by the deciding unit, and refused with "complaints.not_open" and
// "complaints.not_yours_to_decide" before what is said of it.

// "complaints.accept_complaint": the clock for the decision runs from here. Refused:
// "complaints.accepted_already".
Result<ledger::Draft> accept_complaint(const access::Occasion& occasion, const Which& which);

// "complaints.refer_complaint", once and before it is taken in; no time is won by it. Refused:
// "complaints.accepted_already", "complaints.referred_already", "complaints.to_respondent",
// "complaints.reasons_missing". NotFound and Refused as Authorities::find.
Result<ledger::Draft> refer_complaint(const access::Occasion& occasion, const Which& which,
                                      std::string_view unit, std::string_view reasons);

struct Refusal {
    std::string cause;  // "not_conduct", "decided_before", "before_a_court"
    std::string reasons;
    std::string remedy;  // what can be done instead, or against it
};

// "complaints.refuse_complaint". Refused: "complaints.accepted_already",
// "complaints.cause_unknown", "complaints.nothing_decided_before", "complaints.reasons_missing",
// "complaints.remedy_missing".
Result<ledger::Draft> refuse_complaint(const access::Occasion& occasion, const Which& which,
                                       const Refusal& refusal);

// "complaints.extend_complaint": once, for a reason, while its clock still runs. Refused:
// "complaints.not_accepted", "complaints.already_extended", "complaints.clock_over",
// "complaints.reasons_missing".
Result<ledger::Draft> extend_complaint(const access::Occasion& occasion, const Which& which,
                                       std::string_view reason);

// "complaints.ask_respondent": what it is asked stands in words of the deciding unit. Refused:
// "complaints.not_accepted", "complaints.question_missing".
Result<ledger::Draft> ask_respondent(const access::Occasion& occasion, const Which& which,
                                     std::string_view question);

// "complaints.verify_information": the unit finds that the item may be wrong. Refused:
// "complaints.objection_open", "complaints.item_missing", and those of objections::file_objection.
Result<ledger::Draft> verify_information(const access::Occasion& occasion, const Which& which,
                                         const Item& item);

// "complaints.reply_of_respondent", by the unit complained of; of the register, by the office that
// keeps it. Refused: "complaints.not_open", "complaints.not_yours_to_reply",
// "complaints.not_asked", "complaints.words_missing".
Result<ledger::Draft> reply_of_respondent(const access::Occasion& occasion, const Which& which,
                                          std::string_view reply);

// "complaints.name_overdue", of both clocks: what the clerk performs past the last day. The unit is
// named; a complaint that nobody took in counts as taken in on that last day. Refused:
// "complaints.not_open", "complaints.clock_running".
Result<ledger::Draft> name_overdue(const access::Occasion& occasion,
                                   const ledger::StatutoryClock& clock);

}  // namespace credit::complaints
