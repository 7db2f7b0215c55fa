// The demonstration's records: registrations, permits and penalties, filed by the authorities.

#pragma once

#include <vector>

#include "demo/fill.h"
#include "demo/synthetic.h"
#include "foundation/result.h"
#include "server/house.h"

namespace credit::demo {

// Everybody the demonstration knows.
struct Population {
    std::vector<SyntheticSubject> organisations;
    std::vector<SyntheticSubject> businesses;
    std::vector<SyntheticSubject> persons;
};

Population make_population(Dice& dice, const Extent& extent);
// The one that `fill` files: the same each time.
Population population_of(const Extent& extent);

// Files them, one file for each authority and kind.
Result<void> file_records(server::House& house, Dice& dice, const Population& population,
                          const Extent& extent, const Progress& progress);

}  // namespace credit::demo
