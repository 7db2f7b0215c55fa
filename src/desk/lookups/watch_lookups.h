// The watch over look-ups (异常查询巡查): applies the rules of curiosity to the day and the day
// before, and tells auditors what calls for a look. Running it again adds nothing that was told
// already.
//
// Whether a case is live is judged when the term for filing what came of it is over.
//
// Law: luzhengfa-2017-44 item 3 — what is decided is filed within seven working days

#pragma once

#include <cstdint>

#include "desk/lookups/seal_lookups.h"
#include "foundation/clock.h"
#include "foundation/result.h"

namespace credit::desk {

// How many signs were raised.
Result<std::int64_t> watch_lookups(const LookupParts& parts, Instant now);

}  // namespace credit::desk
