// Acts about signs (提示、核查): "lookups.raise_sign", "lookups.close_sign".

#pragma once

#include <span>
#include <string>
#include <string_view>

#include "access/occasion.h"
#include "foundation/clock.h"
#include "foundation/result.h"
#include "ledger/act.h"
#include "ledger/draft.h"
#include "lookups/signs/curiosity.h"
#include "lookups/signs/sign.h"
#include "sql/session.h"

namespace credit::lookups {

// The sign that a finding would be, without an id.
Sign sign_of(const Finding& finding, Date raised_on);

// By the register itself. Conflict "lookups.sign_stands" when the same was raised before.
Result<ledger::Draft> raise_sign(const access::Occasion& occasion, const Finding& finding);

// What an auditor may find (核查结论): "explained", "misuse"; words of "lookups.finding".
std::span<const std::string_view> findings();

// By an auditor of the authority, or of one that took over its work. Refused, in this order:
// "lookups.not_your_sign", "lookups.sign_closed", "lookups.finding_unknown",
// "lookups.finding_words_missing".
Result<ledger::Draft> close_sign(const access::Occasion& occasion, std::string_view home_key,
                                 std::string_view sign_id, std::string_view finding,
                                 std::string_view words);

// Of both.
Result<void> apply_sign(sql::Session& session, const ledger::Act& act);

}  // namespace credit::lookups
