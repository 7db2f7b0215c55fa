// Withdrawal of a record (撤回): the authority that filed it takes it back, with its reason.
//
// It was wrong, or is not to be held any longer. The record is over from the moment of the act, and
// no row equal to it or to what it corrected comes back by filing it again. One that was repaired
// or is shielded can be withdrawn all the same: it does not come back when the repair falls. A
// record about the wrong subject is withdrawn and filed anew about the right one.
//
// Law: sd-social-credit-regulation-2020 art. 16 — who provides answers for the truth
//      luzhengfa-2017-44 item 20 — whoever was told of it is told
//      administrative-penalty-law-2021 art. 48 — what was published and is changed, withdrawn or
//      found void is taken back, with the reason

#pragma once

#include <string>
#include <string_view>

#include "access/occasion.h"
#include "foundation/result.h"
#include "ledger/act.h"
#include "ledger/draft.h"
#include "lookups/correction.h"
#include "sql/session.h"

namespace credit::records {

// "records.withdraw_record", homed at the subject; whom it reached is told that it was wrong.
// NotFound "records.no_such_record"; refused with grounds in this order: already_ended,
// not_your_record, reason_needed.
Result<ledger::Draft> withdraw_record(const access::Occasion& occasion,
                                      std::string_view subject_key, std::string_view record_id,
                                      std::string_view reason, const lookups::Reached& reached);
Result<void> apply_withdraw_record(sql::Session& session, const ledger::Act& act);

}  // namespace credit::records
