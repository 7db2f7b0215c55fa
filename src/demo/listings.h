// The demonstration's listings, in every state, each having taken its lawful steps.

#pragma once

#include "demo/fill.h"
#include "demo/records.h"
#include "demo/synthetic.h"
#include "foundation/result.h"
#include "server/house.h"

namespace credit::demo {

Result<void> decide_listings(server::House& house, Dice& dice, const Population& population,
                             const Extent& extent, const Progress& progress);

}  // namespace credit::demo
