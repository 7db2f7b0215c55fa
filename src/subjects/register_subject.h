// Registration of a subject (信用主体登记): what a source says of it is taken into the register.
//
// Law: luzhengfa-2017-44 art. 1 — basic information is recorded to uniform standards

#pragma once

#include "access/occasion.h"
#include "foundation/result.h"
#include "ledger/act.h"
#include "ledger/draft.h"
#include "subjects/subject.h"

namespace credit::subjects {

// subjects.register. Homed at the subject. The vault is not written here: whoever holds the
// identifier keeps it by Identifiers::keep in the same transaction. NotPermitted with grounds;
// Refused with the grounds of judge(), or "subjects.older_than_known"; Conflict
// "subjects.alias_taken".
Result<ledger::Draft> register_subject(const access::Occasion& occasion, const SubjectFacts& facts);

Result<void> apply_register_subject(sql::Session& session, const ledger::Act& act);

}  // namespace credit::subjects
