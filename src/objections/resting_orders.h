// Orders that rest on an item (依附决定): of the same authority and document as one of its records
// or listings. They are held while it is verified, and fall with it.
//
// Law:     luzhengfa-2017-44 item 20 — joint measures are suspended while information is verified
// Reading: decision 0195: an order of the same document rests on the penalty

#pragma once

#include <string_view>
#include <vector>

#include "access/occasion.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "measures/restraint_order.h"
#include "sql/session.h"

namespace credit::objections {

// Those that did not end, or that a repair ended with the item: they would come back with it. None
// of another order: an order rests on a record or a listing alone.
Result<std::vector<measures::RestraintOrder>> resting_orders(sql::Session& session,
                                                             std::string_view subject_key,
                                                             std::string_view item_id);

// Their endings as wrong, for the body of the act with which the item falls. The errors of
// measures::annulled.
Result<JsonArray> orders_that_fall(const access::Occasion& occasion, std::string_view subject_key,
                                   std::string_view item_id);

}  // namespace credit::objections
