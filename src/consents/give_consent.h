// Giving of a consent (授权) and its revocation (撤回授权), by the subject's own account.
//
// Law:     sd-social-credit-regulation-2020 art. 21 — written, and by the subject
//          personal-information-protection-law-2021 arts. 14, 15, 16, 31 — explicit and for this
//          purpose; withdrawn at any moment as easily as given, without disadvantage; of whoever is
//          under fourteen a guardian consents
// Reading: decision 0210

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "access/occasion.h"
#include "consents/consent_item.h"
#include "foundation/clock.h"
#include "foundation/result.h"
#include "ledger/act.h"
#include "ledger/draft.h"
#include "sql/session.h"

namespace credit::consents {

struct ConsentProposal {
    std::string bank = {};
    std::string purpose = {};
    std::vector<ConsentItem> items = {};
    std::optional<Date> through_on = {};
    std::optional<Date> born_on = {};  // of a person, as its own number says; never kept
};

// "consents.give_consent", homed at the subject; its id is the act's with "-1". Refused, in this
// order: "consents.not_a_bank", "consents.unknown_purpose", "consents.purpose_needs_none",
// "consents.items_missing", "consents.last_day_missing", "consents.last_day_past",
// "consents.too_long" (the last day that may be named), "consents.age_unknown",
// "consents.under_age", "consents.stands_already". NotPermitted without the right.
Result<ledger::Draft> give_consent(const access::Occasion& occasion,
                                   const ConsentProposal& proposal);

// "consents.revoke_consent": from this moment on. Refused "consents.revoked_already",
// "consents.over_already"; NotFound "consents.no_such_consent", also of another subject's.
Result<ledger::Draft> revoke_consent(const access::Occasion& occasion, std::string_view consent_id);

// Of both: the row, and that the bank is told.
Result<void> apply_consent(sql::Session& session, const ledger::Act& act);

}  // namespace credit::consents
