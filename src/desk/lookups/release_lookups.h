// Letting go of look-ups that are kept no longer, at work.

#pragma once

#include "desk/lookups/seal_lookups.h"
#include "foundation/clock.h"
#include "foundation/result.h"

namespace credit::desk {

// Lets go what is due, and deletes whatever was let go and still stands.
Result<void> release_lookups(const LookupParts& parts, Instant now);

}  // namespace credit::desk
