// What a notice says of a merger or a split (合并、分立).

#pragma once

#include "foundation/json.h"
#include "notices/content/teller.h"

namespace credit::notices {

void tell_succession(Teller& teller, const JsonObject& body);

}  // namespace credit::notices
