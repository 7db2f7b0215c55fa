// Withdrawal of an application (撤回申请): until the result, by whoever may speak for the subject
// in this case. It needs no reason, leaves nothing behind, and the item may be applied for again.
//
// Law:     guobanfa-2025-22 — repair is sought by application; agents only with authorisation
// Reading: decision 0177: who withdraws, until when, and that nothing follows from it

#pragma once

#include <optional>
#include <string_view>

#include "access/occasion.h"
#include "foundation/result.h"
#include "ledger/draft.h"
#include "repair/acts/apply_for_repair.h"
#include "repair/repair_case.h"

namespace credit::repair {

// An application is the subject's own, whoever brought it; a window's is what it brought.
bool brought_by(const access::Occasion& occasion, const RepairCase& repair);

// "repair.withdraw_application", from Applied or Accepted. NotFound "repair.no_such_case" for
// another subject; refused: out_of_order, not_brought_by_you, authorisation_missing,
// authorisation_in_future, person_in_words.
Result<ledger::Draft> withdraw_application(const access::Occasion& occasion,
                                           std::string_view subject_key, std::string_view case_id,
                                           const std::optional<Authorisation>& authorisation);

}  // namespace credit::repair
