// The item that a stay is of (所涉事项): a listing or an individual order about one subject.

#pragma once

#include <string>
#include <string_view>

#include "catalogue/catalogue.h"
#include "foundation/clock.h"
#include "foundation/result.h"
#include "sql/session.h"

namespace credit::stays {

struct Item {
    std::string decided_by;  // code
    std::string rests_on;    // standard of a listing, measure of an order
    bool by_order = false;
    bool in_force = false;  // on that day; a hold does not matter
};

// NotFound "stays.no_such_item".
Result<std::string> home_of_item(sql::Session& session, std::string_view item_id);
// NotFound "stays.no_such_item".
Result<Item> find_item(sql::Session& session, std::string_view subject_key,
                       std::string_view item_id, Date day);
// Whether the measure can hang on it.
bool carries(const catalogue::Catalogue& catalogue, const Item& item, std::string_view measure);

}  // namespace credit::stays
