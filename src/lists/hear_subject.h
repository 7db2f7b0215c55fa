// Hearing the subject (告知与陈述申辩): prior notice, statement and defence, before any decision.
//
// Law: guobanfa-2020-49 — the subject is told reason, basis and rights before it is listed
//      administrative-penalty-law-2021 art. 45 — statement and defence are heard and answered
// Reading: decision 0111: a last day that was counted into a year without an official notice does
// not
//          close the window until a day later counted on weekends alone has passed as well

#pragma once

#include <optional>
#include <string>

#include "access/occasion.h"
#include "foundation/clock.h"
#include "foundation/result.h"
#include "ledger/draft.h"
#include "notices/service.h"

namespace credit::lists {

struct Notice {
    notices::Service service;
    std::string reasons;
    std::string rights;     // what the subject was told it may do
    std::string exemption;  // code of the standard, where notice may be left out
};

// "lists.give_notice": from Proposed. Begins the window for statement and defence. Refused:
// out_of_order, not_your_listing, exemption_unknown, those of service, served_before_proposal,
// reasons_missing, rights_missing.
Result<ledger::Draft> give_notice(const access::Occasion& occasion, std::string_view subject_key,
                                  std::string_view listing_id, const Notice& notice);

struct Statement {
    std::string words;  // what the subject said; empty with a waiver
    bool waiver = false;
    bool hearing_requested = false;
    bool hearing_held = false;
};

// "lists.record_statement": from Noticed. Refused: out_of_order, not_your_listing, statement_empty.
Result<ledger::Draft> record_statement(const access::Occasion& occasion,
                                       std::string_view subject_key, std::string_view listing_id,
                                       const Statement& statement);

}  // namespace credit::lists
