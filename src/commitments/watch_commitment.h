// What becomes of a commitment as its days come (承诺提醒与逾期): the subject is reminded ahead of
// its last day ("commitments.remind"); past it, the authority that found nothing is named
// ("commitments.name_overdue"). Neither says anything about whether it was kept.
//
// Law:     luzhengfa-2017-44 items 6, 7, 26 — promised in time; what is not carried out is named
// Reading: decision 0200

#pragma once

#include "access/occasion.h"
#include "foundation/result.h"
#include "ledger/clocks.h"
#include "ledger/draft.h"

namespace credit::commitments {

// Each refused "commitments.not_open", "commitments.clock_running".
Result<ledger::Draft> remind(const access::Occasion& occasion, const ledger::StatutoryClock& clock);
Result<ledger::Draft> name_overdue(const access::Occasion& occasion,
                                   const ledger::StatutoryClock& clock);

}  // namespace credit::commitments
