// The item of an objection (异议事项所指信息), as it is found when somebody objects to it.
//
// Whether it still binds does not matter: what is over, repaired or shielded may be wrong, and
// whoever was told of it is told so. Only where it was found wrong already, or was never decided,
// is there nothing to verify.
//
// Law:     sd-social-credit-regulation-2020 arts. 39, 40 — what is wrong may be objected to; an
//          error is corrected once it is known
// Reading: decision 0232: an item that is over may be objected to

#pragma once

#include <string>
#include <string_view>

#include "access/occasion.h"
#include "foundation/result.h"
#include "objections/objection.h"

namespace credit::objections {

// The item as it is found within the act's transaction. Refused "objections.item_gone" when there
// is nothing to verify; NotFound when the subject has none of that id. The result of a repair is
// looked up by the caller, who names its authority.
struct Item {
    std::string source;  // code of the authority that answers for it
};
Result<Item> find_item(const access::Occasion& occasion, std::string_view subject_key, About about,
                       std::string_view about_id);

}  // namespace credit::objections
