// What follows in other folders from what an authority takes back itself: a listing that stands for
// a record ends with it, and the orders that rest on a record or a listing fall with it, in the
// same transaction.
//
// Law:     sd-social-credit-regulation-2020 art. 40 — what was found to be wrong is put right as a
//          whole
// Reading: decision 0195: an order of the same document rests on the penalty

#pragma once

#include <string_view>

#include "access/occasion.h"
#include "foundation/result.h"
#include "ledger/act.h"
#include "ledger/draft.h"
#include "lists/end_listing.h"
#include "lookups/correction.h"
#include "sql/session.h"

namespace credit::desk {

// The refusals of the acts themselves.
Result<ledger::Draft> withdraw_record(const access::Occasion& occasion,
                                      std::string_view subject_key, std::string_view record_id,
                                      std::string_view reason, const lookups::Reached& reached);
Result<ledger::Draft> annul_listing(const access::Occasion& occasion, std::string_view subject_key,
                                    std::string_view listing_id, const lists::Removal& removal);

Result<void> apply_withdraw_record(sql::Session& session, const ledger::Act& act);
Result<void> apply_annul_listing(sql::Session& session, const ledger::Act& act);

}  // namespace credit::desk
