// Closing of a case whose item is over (事项终结): withdrawn, removed or run out meanwhile. Whoever
// would decide it next closes it instead, and nobody is named for not deciding what is gone.
//
// Law:     guobanfa-2025-22 — every application is answered
// Reading: decision 0196: what becomes of an application whose item changed or ended

#pragma once

#include <string_view>

#include "access/occasion.h"
#include "foundation/result.h"
#include "repair/repair_case.h"
#include "repair/step.h"

namespace credit::repair {

// Whether the item stands on that day, in whatever version of its row.
Result<bool> still_stands(const access::Occasion& occasion, const RepairCase& repair);

// The step that closes the case; kind: that of the act.
Result<Step> closed(const access::Occasion& occasion, std::string_view kind, RepairCase repair);

}  // namespace credit::repair
