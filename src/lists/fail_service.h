// Failed service of a listing's papers (送达不成): what was taken as served was not.
//
// A prior notice that never arrived takes the listing back to its proposal, whatever was built on
// it; a decision that never arrived is a decision still, and in force no longer. Each is served
// again by another method.
//
// Law:     guobanfa-2020-49 — the subject is told before it is listed, and told of the decision
//          administrative-penalty-law-2021 art. 62 — no decision without having told the subject
// Reading: decision 0150: what a failed service undoes
//          decision 0245: a hold that was to verify it stands

#pragma once

#include "access/occasion.h"
#include "foundation/result.h"
#include "ledger/draft.h"
#include "notices/notice.h"
#include "notices/record_service.h"

namespace credit::lists {

// "lists.record_failed_service", of the newest prior notice or decision. Refused: out_of_order,
// not_your_listing, service_of_older_notice, those of notices::judge_failure.
Result<ledger::Draft> record_failed_service(const access::Occasion& occasion,
                                            const notices::Notice& notice,
                                            const notices::FailedService& failed);

}  // namespace credit::lists
