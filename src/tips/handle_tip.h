// Handling of a tip (举报办理): opened by a named officer, taken up or not, concluded, and the
// informant answered.
//
// Law: luzhengfa-2017-44 item 14 — who told is strictly kept secret

#pragma once

#include <string>
#include <string_view>

#include "access/occasion.h"
#include "foundation/result.h"
#include "ledger/act.h"
#include "ledger/clocks.h"
#include "ledger/draft.h"
#include "sql/session.h"
#include "tips/tip.h"

namespace credit::tips {

// Which tip, under its home key.
struct Which {
    std::string_view home_key;
    std::string_view tip_id;
};

// Whether the caller is of the authority and named for it. NotFound "tips.no_such_tip" to others,
// and NotPermitted "tips.not_a_handler".
Result<void> require_handler(const access::Occasion& occasion, const Tip& tip);

// "tips.open_tip": before the box is given out; concluded ones too. Refused "tips.reason_missing".
Result<ledger::Draft> open_tip(const access::Occasion& occasion, const Which& which,
                               const std::string& reason);
Result<void> apply_open_tip(sql::Session& session, const ledger::Act& act);

// Each of the following is refused with "tips.over_already", and "tips.not_opened" while nobody has
// opened it, before what is said of it.

// "tips.accept_tip". Refused: "tips.accepted_already".
Result<ledger::Draft> accept_tip(const access::Occasion& occasion, const Which& which,
                                 const std::string& answer);

struct Refusal {
    std::string ground;
    std::string elsewhere;  // of "not_competent": code of the authority where to file it
    std::string answer;
};

// "tips.refuse_tip". Refused: "tips.accepted_already", "tips.ground_unknown",
// "tips.elsewhere_missing", "tips.answer_missing".
Result<ledger::Draft> refuse_tip(const access::Occasion& occasion, const Which& which,
                                 const Refusal& refusal);

struct Conclusion {
    std::string finding;  // "confirmed", "not_confirmed"
    std::string document_number;
    std::string answer;
};

// "tips.conclude_tip", late too. Refused: "tips.not_accepted", "tips.finding_unknown",
// "tips.answer_missing".
Result<ledger::Draft> conclude_tip(const access::Occasion& occasion, const Which& which,
                                   const Conclusion& conclusion);

// "tips.name_overdue", of both clocks: what the clerk performs past the last day. Refused:
// "tips.over_already", "tips.clock_running".
Result<ledger::Draft> name_overdue(const access::Occasion& occasion,
                                   const ledger::StatutoryClock& clock);

}  // namespace credit::tips
