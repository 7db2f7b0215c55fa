// Area codes of numbers (号码中的行政区划代码): those of the day, and those that were before it.
//
// Standard: gb-t-2260-2007

#pragma once

#include "foundation/clock.h"
#include "foundation/result.h"
#include "identity/resident_identity_number.h"

namespace credit::catalogue {

// law/regions.toml: its regions, and the codes that were gone before they begin. The faults of the
// reader.
Result<identity::AreaCodes> area_codes_on(Date day);

}  // namespace credit::catalogue
