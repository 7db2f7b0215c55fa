// Whom an item reached: its holders (获知方) and those that acted on it, for the act that tells
// them. Look-ups lie in a store of their own: who was told cannot become fewer meanwhile.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "foundation/result.h"
#include "http/context.h"
#include "lookups/correction.h"
#include "sql/session.h"

namespace credit::http {

// How much of what hangs on the item falls with it.
enum class Reach {
    Item,             // its versions, and the listing that stands for it
    ItemAndItsOrders  // and the orders that rest on it
};

// Under whatever id. The session is the store's.
Result<lookups::Reached> reached_by(Context& context, sql::Session& session,
                                    std::string_view subject_key, std::string_view item_id,
                                    Reach reach = Reach::Item);
// Codes of the authorities that were shown it.
Result<std::vector<std::string>> holders_of(Context& context, sql::Session& session,
                                            std::string_view subject_key, std::string_view item_id);

}  // namespace credit::http
