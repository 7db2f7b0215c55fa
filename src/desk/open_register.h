// Opening of the register (开办): the first act of a store, which says whether it is real.
//
// Simulated time and made-up subjects exist only in a store whose first act says demonstration, and
// every answer of it says so.

#pragma once

#include <optional>
#include <string_view>

#include "access/occasion.h"
#include "foundation/clock.h"
#include "foundation/result.h"
#include "ledger/act.h"
#include "ledger/draft.h"
#include "sql/session.h"

namespace credit::desk {

enum class Purpose { Real, Demonstration };

inline constexpr std::string_view register_home_key = "R";

Result<ledger::Draft> open_register(const access::Occasion& occasion, Purpose purpose);
Result<void> apply_open_register(sql::Session& session, const ledger::Act& act);

// NotFound "desk.not_opened" for a store that was never opened; both.
Result<Date> opened_on(sql::Session& session);
Result<Purpose> purpose_of(sql::Session& session);

}  // namespace credit::desk
