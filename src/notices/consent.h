// Consent to electronic service (同意电子送达): given by the subject in its account, and taken back
// whenever it wants.
//
// Only while it stands does what enters the account count as served.
//
// Law: administrative-penalty-law-2021 art. 61 — with the subject's consent and confirmation
//      civil-procedure-law-2023 art. 90 — with the consent of the one to be served

#pragma once

#include "access/occasion.h"
#include "foundation/result.h"
#include "ledger/act.h"
#include "ledger/draft.h"
#include "sql/session.h"

namespace credit::notices {

// "notices.consent_to_electronic_service". Refused: consents_already.
Result<ledger::Draft> consent_to_electronic_service(const access::Occasion& occasion);
Result<void> apply_consent(sql::Session& session, const ledger::Act& act);

// "notices.withdraw_consent": from that day on. Refused: no_consent.
Result<ledger::Draft> withdraw_consent(const access::Occasion& occasion);
Result<void> apply_withdrawal(sql::Session& session, const ledger::Act& act);

}  // namespace credit::notices
