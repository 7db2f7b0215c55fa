// Objections to the result of a repair (对修复结果的异议): objections and repair do not know each
// other, so what one must know of the other is brought together here.
//
// Reading: decision 0176: which results can be objected to, and what follows when one falls

#pragma once

#include <string_view>
#include <vector>

#include "access/occasion.h"
#include "foundation/result.h"
#include "ledger/act.h"
#include "ledger/draft.h"
#include "objections/conclude_objection.h"
#include "objections/file_objection.h"
#include "repair/holders.h"
#include "sql/session.h"

namespace credit::desk {

// As objections::file_objection; of the result of a repair with who answers for it and its item.
// Also refused "repair.no_adverse_result"; NotFound "repair.no_such_case".
Result<ledger::Draft> file_objection(const access::Occasion& occasion, std::string_view subject_key,
                                     objections::Filing filing);

// As objections::conclude_objection, with what follows for the case where a result falls. `looked`:
// the authorities that were shown its item.
Result<ledger::Draft> conclude_objection(const access::Occasion& occasion,
                                         std::string_view subject_key,
                                         std::string_view objection_id,
                                         objections::Conclusion conclusion,
                                         const std::vector<repair::Holder>& looked);
Result<void> apply_conclude_objection(sql::Session& session, const ledger::Act& act);

}  // namespace credit::desk
