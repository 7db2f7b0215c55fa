// Reviewing an honour (荣誉撤销): "honours.open_review" by the register when a listing took force,
// "honours.decide_honour" by an officer of the authority that gave the honour, and what becomes of
// a review that nobody decides.
//
// Law:     luzhengfa-2017-44 items 11, 20 — withdrawn without delay; not while the listing is being
//          verified
//          guobanfa-2020-49 — with cause, basis and remedy
// Reading: decision 0202

#pragma once

#include <string>
#include <string_view>

#include "access/occasion.h"
#include "foundation/result.h"
#include "honours/honour_register.h"
#include "ledger/act.h"
#include "ledger/clocks.h"
#include "ledger/draft.h"
#include "sql/session.h"

namespace credit::honours {

inline constexpr std::string_view review_clock = "honours.review";

// Homed at the subject; its id is the act's with "-1". Refused "honours.not_in_force" unless the
// listing is in force and nobody verifies it, "honours.gone" unless the honour is,
// "honours.opened_already".
Result<ledger::Draft> open_review(const access::Occasion& occasion, const HonourPlace& place);

struct Which {
    std::string_view subject_key;
    std::string_view review_id;
};

struct Decision {
    std::string outcome = {};  // "withdrawn", "kept"
    std::string document_number = {};
    std::string reasons = {};
    std::string remedy = {};  // of a withdrawal
};

// Refused "honours.not_yours", "honours.not_open", "honours.outcome_unknown",
// "honours.document_missing", "honours.reasons_missing"; of a withdrawal "honours.remedy_missing",
// "honours.not_in_force", "honours.gone".
Result<ledger::Draft> decide_honour(const access::Occasion& occasion, const Which& which,
                                    const Decision& decision);

// Past its day: "honours.name_overdue", or "honours.lapse" where listing or honour ended first.
// Refused "honours.not_open", "honours.clock_running", "honours.on_hold" while the listing is
// verified.
Result<ledger::Draft> fall_due(const access::Occasion& occasion,
                               const ledger::StatutoryClock& clock);

// Of every act kind that begins with "honours.".
Result<void> apply_review(sql::Session& session, const ledger::Act& act);

}  // namespace credit::honours
