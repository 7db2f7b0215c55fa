// Acts about withholding (暂不告知、提前告知).

#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "access/occasion.h"
#include "foundation/clock.h"
#include "foundation/result.h"
#include "ledger/act.h"
#include "ledger/draft.h"
#include "lookups/lookup.h"
#include "sql/session.h"

namespace credit::lookups {

struct WithholdingRequest {
    std::optional<Lookup> lookup;  // of the caller's authority; or else
    std::string case_number;       // of it
    std::string basis;
    std::string document;
    std::string reasons;
    std::optional<Date> through_on;  // the last day on which it is hidden
};

// "lookups.withhold", by an officer of the authority that looked. Refused, in this order:
// "lookups.basis_unknown", "lookups.basis_not_in_force", "lookups.withheld_what",
// "lookups.document_missing", "lookups.reasons_missing", "lookups.release_missing",
// "lookups.shown_before" when the subject could read it on an earlier day, "lookups.asked_before",
// "lookups.release_past", "lookups.withheld_too_long" (the last day that may be named).
Result<ledger::Draft> withhold(const access::Occasion& occasion, const WithholdingRequest& request);

// "lookups.end_withholding", by an officer or the auditor of that authority: it shows from this day
// on. Refused "lookups.withholding_over", "lookups.reasons_missing".
Result<ledger::Draft> end_withholding(const access::Occasion& occasion,
                                      std::string_view withholding_id, std::string_view reasons);

// Of both.
Result<void> apply_withholding(sql::Session& session, const ledger::Act& act);

}  // namespace credit::lookups
