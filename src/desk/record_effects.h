// What follows from acts about records in other folders: a listing that stands for a record ends
// with it, in the same transaction.

#pragma once

#include "foundation/result.h"
#include "ledger/act.h"
#include "sql/session.h"

namespace credit::desk {

Result<void> apply_withdraw_record(sql::Session& session, const ledger::Act& act);

}  // namespace credit::desk
