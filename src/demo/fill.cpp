#include "demo/fill.h"

#include "demo/listings.h"
#include "demo/records.h"
#include "demo/synthetic.h"
#include "foundation/result.h"
#include "server/house.h"

namespace credit::demo {

Result<void> fill(server::House& house, const Extent& extent, const Progress& progress) {
    if (!house.demonstration()) return fail(ErrorCode::NotPermitted, "desk.time_is_real");
    Dice dice(demonstration_seed);
    const auto population = make_population(dice, extent);
    TRY(file_records(house, dice, population, extent, progress));
    TRY(decide_listings(house, dice, population, extent, progress));
    progress("done", 1.0);
    return {};
}

}  // namespace credit::demo
