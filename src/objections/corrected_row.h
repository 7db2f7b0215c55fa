// A row that was corrected on an objection (更正后的记录), against the one that was objected to.
//
// Law:     luzhengfa-2017-44 item 20 — wrong information is corrected in time
// Reading: decision 0233: after silence a correction is none that weighs heavier

#pragma once

#include "catalogue/catalogue.h"
#include "foundation/result.h"
#include "records/record.h"

namespace credit::objections {

// Whether it weighs heavier wherever two rows can be compared: a larger amount, a later day of the
// conduct or of the decision, from which its periods are counted, a later end or none. What else it
// says differently is for an officer to say. InvalidInput for a body that cannot be read; NotFound
// "catalogue.unknown_kind".
Result<bool> weighs_heavier(const catalogue::Catalogue& catalogue, const records::Record& row,
                            const records::Record& before);

}  // namespace credit::objections
